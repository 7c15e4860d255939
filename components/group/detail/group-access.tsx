"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { lazyComponent } from "@/components/ui/lazy-component";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { groupDetailQuery } from "@/components/group/queries";
import { canChangeGroup } from "@/lib/group/change-policy";
import { reasonOf } from "@/lib/permissions";

const GroupGrants = lazyComponent(async () => (await import("./group-grants")).GroupGrants, {
  fallback: <FormCardSkeleton title="Access" fieldCount={2} />,
});
const GroupGrantsForm = lazyComponent(
  async () => (await import("./group-grants-form")).GroupGrantsForm,
  { fallback: <FormCardSkeleton title="Access" fieldCount={2} /> },
);

/** What the members of a group reach. */
export function GroupAccess({ id }: { id: string }) {
  const actor = useActor();
  const { data } = useQuery(groupDetailQuery(id));
  // The layout says what is wrong.
  if (!data) return null;
  const refusal = reasonOf(canChangeGroup(actor, data.entity));
  return (
    <div className="max-w-5xl">
      {refusal === null ? (
        <GroupGrantsForm key={id} latest={data} />
      ) : (
        <GroupGrants group={data.entity} reason={refusal} />
      )}
    </div>
  );
}
