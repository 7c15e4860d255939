"use client";

import { useMemo, useState } from "react";
import { useActor } from "@/components/base/actor-provider";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import type { Access } from "@/lib/access/schema";
import { isAdministrator } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";
import { PictureColumns } from "./picture-columns";
import type { AccessGroup } from "./picture-things";
import { byRoleWords, PICTURE_TITLE } from "./picture-words";
import { leavingRefusal } from "./refusals";
import { useTarget } from "./use-target";

const GroupLeaveDialog = lazyDialog(
  async () => (await import("./group-leave-dialog")).GroupLeaveDialog,
);

/** The lazy part of `AccessPicture`. */
export function PictureCard({ access, isReadOnly }: { access: Access; isReadOnly: boolean }) {
  const actor = useActor();
  const target = useTarget(access.username);
  const [asked, setAsked] = useState<AccessGroup | null>(null);
  const leaving = useMemo(
    () =>
      isReadOnly
        ? null
        : {
            refusalOf: ({ id }: AccessGroup) => leavingRefusal(actor, target, id),
            onAsk: setAsked,
          },
    [isReadOnly, actor, target],
  );
  const inWords = wordsInstead(access, target);

  return (
    <CardSection title={PICTURE_TITLE} description={inWords}>
      {inWords === null && <PictureColumns access={access} leaving={leaving} />}
      {asked && (
        <GroupLeaveDialog
          access={access}
          group={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </CardSection>
  );
}

/** What would be no picture. */
function wordsInstead(access: Access, { platform_role_id: role }: Target): string | null {
  const { groups, networks } = access;
  if (isAdministrator(role)) return byRoleWords(access);
  return groups.length + networks.length === 0
    ? "Nothing leads anywhere yet: in no group, and attached to no gateway."
    : null;
}
