"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";
import { roleDetailQuery } from "@/components/role/queries";
import { reasonOf } from "@/lib/permissions";
import { canChangeRole } from "@/lib/role/policy";

const RoleForm = lazyComponent(async () => (await import("./role-form")).RoleForm, {
  fallback: <FormCardSkeleton title="Rights" fieldCount={3} />,
});
const RoleFacts = lazyComponent(async () => (await import("./role-facts")).RoleFacts, {
  fallback: <FormCardSkeleton title="Rights" fieldCount={3} />,
});

/** What a role allows. */
export function RoleRights({ id }: { id: string }) {
  const actor = useActor();
  const { data } = useQuery(roleDetailQuery(id));
  // The layout says what is wrong.
  if (!data) return null;
  const refusal = reasonOf(canChangeRole(actor, data.entity));
  return (
    <div className="max-w-5xl">
      {refusal === null ? (
        <RoleForm key={id} latest={data} />
      ) : (
        <RoleFacts role={data.entity} reason={refusal} />
      )}
    </div>
  );
}
