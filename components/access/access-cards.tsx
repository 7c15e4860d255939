"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Callout } from "@/components/ui/callout";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useActor } from "@/components/base/actor-provider";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";
import type { Access } from "@/lib/access/schema";
import { can } from "@/lib/permissions";
import { GroupsCard } from "./groups-card";
import { NetworksCard } from "./networks-card";

const GroupJoinDialog = lazyDialog(
  async () => (await import("./group-join-dialog")).GroupJoinDialog,
);
const NetworkJoinDialog = lazyDialog(
  async () => (await import("./network-join-dialog")).NetworkJoinDialog,
);
const GroupLeaveDialog = lazyDialog(
  async () => (await import("./group-leave-dialog")).GroupLeaveDialog,
);

/** Which dialog is open. */
type Asked =
  | { kind: "join-group" }
  | { kind: "join-network" }
  | { kind: "leave"; group: Access["groups"][number] };

/** The lazy part of `UserAccess`: networks with their reasons, groups with what they grant. */
export function AccessCards({ access }: { access: Access }) {
  const { username } = access;
  const actor = useActor();
  const isReader = can(actor, "users:read", { user: username });
  // To network admins only service users exist, and these only in part.
  const { data } = useQuery({ ...userDetailQuery(username), enabled: isReader });
  const [asked, setAsked] = useState<Asked | null>(null);
  const target = data
    ? asUser(data.entity)
    : { username, platform_role_id: "service-user" as const };

  function close() {
    setAsked(null);
  }

  return (
    <div className="grid gap-4">
      {access.account_disabled && (
        <Callout tone="warn">
          This account is disabled. What is listed here counts again when it is enabled.
        </Callout>
      )}
      <NetworksCard
        access={access}
        target={target}
        onJoin={() => {
          setAsked({ kind: "join-network" });
        }}
      />
      <GroupsCard
        access={access}
        target={target}
        onJoin={() => {
          setAsked({ kind: "join-group" });
        }}
        onLeave={(group) => {
          setAsked({ kind: "leave", group });
        }}
      />
      {asked?.kind === "join-group" && <GroupJoinDialog access={access} onClose={close} />}
      {asked?.kind === "join-network" && <NetworkJoinDialog access={access} onClose={close} />}
      {asked?.kind === "leave" && (
        <GroupLeaveDialog access={access} group={asked.group} onClose={close} />
      )}
    </div>
  );
}
