import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** A card with a form on the way, as high as the form. The server's HTML has the form itself. */
export function FormCardSkeleton({
  title,
  fieldCount,
  isLastExplained = false,
}: {
  title: string;
  fieldCount: number;
  /** The last field is a choice with a line below it that says what it means. */
  isLastExplained?: boolean;
}) {
  return (
    <div aria-busy="true">
      <CardSection title={title} footer={<span className="h-8 pointer-coarse:h-10" />}>
        <div className="grid gap-5">
          {Array.from({ length: fieldCount }, (_, index) => (
            <div key={index} className="grid gap-1.5">
              <Skeleton className="w-24" />
              <span className="h-8 rounded-lg border border-line max-sm:h-10" />
              {isLastExplained && index === fieldCount - 1 && (
                <Skeleton className="w-56 max-w-full text-sm" />
              )}
            </div>
          ))}
        </div>
      </CardSection>
    </div>
  );
}
