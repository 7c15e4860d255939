"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity, ShieldCheck, UserPlus, UsersRound } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import type { CommandGroup, OpenDialog } from "@/components/command-menu/command";
import { lazyDialog } from "@/components/ui/lazy-component";
import { stateAllowsMembers } from "@/lib/group/policy";
import { paths } from "@/lib/paths";
import { can, permits, reasonOf } from "@/lib/permissions";
import { GroupActionDialog } from "./group-action-dialog";
import { groupActions } from "./group-actions";
import { toGroupId } from "./group-id-of";
import { groupDetailQuery } from "./queries";

const MembersAddDialog = lazyDialog(
  async () => (await import("./members-add-dialog")).MembersAddDialog,
);

/** What can be done with the group whose page is open; nothing on other pages. */
export function useOpenGroupCommands(openDialog: OpenDialog): CommandGroup[] {
  const actor = useActor();
  const router = useRouter();
  const { groupId } = useParams();
  const id = typeof groupId === "string" ? toGroupId(groupId) : null;
  const isVisible = id !== null && can(actor, "groups:read");
  const { data } = useQuery({ ...groupDetailQuery(id ?? ""), enabled: isVisible });
  if (!data || !isVisible) return [];
  const { entity: group } = data;
  const membersRefusal =
    reasonOf(permits(actor, "users:write")) ?? reasonOf(stateAllowsMembers(group));

  return [
    {
      label: group.name,
      commands: [
        {
          id: "group-add-members",
          label: "Add people to this group…",
          icon: <UserPlus />,
          keywords: "members",
          disabledReason: membersRefusal,
          onSelect: () => {
            openDialog((onClose) => <MembersAddDialog group={group} onClose={onClose} />);
          },
        },
        ...groupActions(actor, group).map(({ action, ...command }) => ({
          ...command,
          id: `group-${action}`,
          onSelect: () => {
            openDialog((onClose) => (
              <GroupActionDialog
                action={action}
                group={group}
                onDeleted={() => {
                  router.push(paths.groups);
                }}
                onClose={onClose}
              />
            ));
          },
        })),
        {
          id: "group-access",
          label: "Access",
          icon: <ShieldCheck />,
          href: paths.group(group.id, "access"),
        },
        {
          id: "group-activity",
          label: "Activity",
          icon: <Activity />,
          href: paths.group(group.id, "activity"),
        },
        {
          id: "group-members",
          label: "Members",
          icon: <UsersRound />,
          href: paths.group(group.id),
        },
      ],
    },
  ];
}
