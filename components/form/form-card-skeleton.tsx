import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** A card with a form on the way, as high as the form. The server's HTML has the form itself. */
export function FormCardSkeleton({ title, fieldCount }: { title: string; fieldCount: number }) {
  return (
    <div aria-busy="true">
      <CardSection title={title} footer={<span className="h-8 pointer-coarse:h-10" />}>
        <div className="grid gap-5">
          {Array.from({ length: fieldCount }, (_, index) => (
            <div key={index} className="grid gap-1.5">
              <Skeleton className="w-24" />
              <span className="h-8 rounded-lg border border-line max-sm:h-10" />
            </div>
          ))}
        </div>
      </CardSection>
    </div>
  );
}
