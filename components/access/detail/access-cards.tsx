"use client";

import { useState } from "react";
import { AccessPicture } from "@/components/access/access-picture";
import type { AccessGateway } from "@/components/access/picture-things";
import { detachingRefusal } from "@/components/access/refusals";
import { useTarget } from "@/components/access/use-target";
import { Callout } from "@/components/ui/callout";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useActor } from "@/components/base/actor-provider";
import type { Access } from "@/lib/access/schema";
import { GroupsCard } from "./groups-card";
import { NetworksCard } from "./networks-card";

const GroupJoinDialog = lazyDialog(
  async () => (await import("@/components/access/group-join-dialog")).GroupJoinDialog,
);
const NetworkJoinDialog = lazyDialog(
  async () => (await import("./network-join-dialog")).NetworkJoinDialog,
);
const GroupLeaveDialog = lazyDialog(
  async () => (await import("@/components/access/group-leave-dialog")).GroupLeaveDialog,
);

const GatewayAttachDialog = lazyDialog(
  async () => (await import("./gateway-attach-dialog")).GatewayAttachDialog,
);
const GatewayDetachDialog = lazyDialog(
  async () => (await import("./gateway-detach-dialog")).GatewayDetachDialog,
);

/** Which dialog is open. */
type Asked =
  | { kind: "join-group" }
  | { kind: "join-network" }
  | { kind: "attach" }
  | { kind: "detach"; gateway: AccessGateway }
  | { kind: "leave"; group: Access["groups"][number] };

/** The lazy part of `UserAccess`: networks with their reasons, groups with what they grant. */
export function AccessCards({ access }: { access: Access }) {
  const actor = useActor();
  const target = useTarget(access.username);
  const [asked, setAsked] = useState<Asked | null>(null);
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
      <AccessPicture username={access.username} />
      <NetworksCard
        access={access}
        target={target}
        onJoin={() => {
          setAsked({ kind: "join-network" });
        }}
        onAttach={() => {
          setAsked({ kind: "attach" });
        }}
        detaching={{
          refusalOf: ({ network }) => detachingRefusal(actor, target, network),
          onAsk: (gateway) => {
            setAsked({ kind: "detach", gateway });
          },
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
      {asked?.kind === "attach" && (
        <GatewayAttachDialog username={access.username} onClose={close} />
      )}
      {asked?.kind === "detach" && (
        <GatewayDetachDialog username={access.username} gateway={asked.gateway} onClose={close} />
      )}
      {asked?.kind === "leave" && (
        <GroupLeaveDialog access={access} group={asked.group} onClose={close} />
      )}
    </div>
  );
}
