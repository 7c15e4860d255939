"use client";

import { useQuery } from "@tanstack/react-query";
import { lazyComponent } from "@/components/ui/lazy-component";
import { PictureSkeleton } from "./picture-skeleton";
import { accessQuery } from "./queries";

const PictureCard = lazyComponent(async () => (await import("./picture-card")).PictureCard, {
  fallback: <PictureSkeleton />,
});

/**
 * What somebody reaches, drawn: person, groups, roles, networks, gateways. On phones there is none; the same stands in
 * the lists beside it.
 */
export function AccessPicture({
  username,
  readOnly = false,
}: {
  username: string;
  readOnly?: boolean;
}) {
  const { data } = useQuery(accessQuery(username));
  if (!data) return null;
  return (
    <div className="hidden @min-[30rem]/shell:block">
      <div className="@container">
        <PictureCard access={data} isReadOnly={readOnly} />
      </div>
    </div>
  );
}
