import { CardSection } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { PICTURE_TITLE } from "./picture-words";

/** The picture on the way. */
export function PictureSkeleton() {
  return (
    <CardSection title={PICTURE_TITLE}>
      <div aria-busy="true" className="grid h-40 content-center gap-3">
        <Skeleton className="w-72 max-w-full" />
      </div>
    </CardSection>
  );
}
