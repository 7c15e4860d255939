"use client";

import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import type { Command, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { useOpenUser } from "@/components/user/open-user";
import { joiningRefusal } from "./refusals";
import { accessQuery } from "./queries";

const GroupJoinDialog = lazyDialog(
  async () => (await import("./group-join-dialog")).GroupJoinDialog,
);

/** What can be done with the access of the user whose page is open; nothing on other pages. */
export function useOpenAccessCommands(openDialog: OpenDialog): Command[] {
  const actor = useActor();
  const user = useOpenUser();
  if (!user) return [];
  return [
    {
      id: "user-join-group",
      label: "Add to group…",
      icon: <UsersRound />,
      keywords: "member access",
      disabledReason: joiningRefusal(actor, user),
      onSelect: () => {
        openDialog((onClose) => <JoinGroup username={user.username} onClose={onClose} />);
      },
    },
  ];
}

function JoinGroup({ username, onClose }: { username: string; onClose: () => void }) {
  const { data } = useQuery(accessQuery(username));
  return data ? <GroupJoinDialog access={data} onClose={onClose} /> : null;
}
