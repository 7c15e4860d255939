"use client";

import { useCallback, useState } from "react";
import { Ellipsis, UserRoundX } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import type { ProviderName } from "@/components/session/provider-names";
import { IconButton } from "@/components/ui/icon-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { Menu } from "@/components/ui/menu";
import { permits, reasonOf } from "@/lib/permissions";
import type { PendingUserAction } from "./pending-user-menu";
import { PendingUsersHeader } from "./pending-users-header";
import { PendingUsersSkeleton } from "./pending-users-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const PendingUsersTable = lazyComponent(
  async () => (await import("./pending-users-table")).PendingUsersTable,
  { fallback: <PendingUsersSkeleton /> },
);
const PendingUsersApproveDialog = lazyDialog(
  async () =>
    (await import("@/components/pending-user/pending-users-approve-dialog"))
      .PendingUsersApproveDialog,
);
const PendingUsersRejectDialog = lazyDialog(
  async () =>
    (await import("@/components/pending-user/pending-users-reject-dialog"))
      .PendingUsersRejectDialog,
);
const PendingUsersClearDialog = lazyDialog(
  async () => (await import("./pending-users-clear-dialog")).PendingUsersClearDialog,
);

/** Which dialog is open. */
type Asked = { kind: PendingUserAction; usernames: readonly string[] } | { kind: "clear" };

export function PendingUsersPage({ providers }: { providers: readonly ProviderName[] }) {
  const actor = useActor();
  const selection = useRowSelection("pending-users");
  const [asked, setAsked] = useState<Asked | null>(null);

  const handleAction = useCallback((kind: PendingUserAction, usernames: readonly string[]) => {
    setAsked({ kind, usernames });
  }, []);
  function close() {
    setAsked(null);
  }

  return (
    <>
      <PendingUsersHeader
        actions={
          <Menu
            trigger={<IconButton label="More for all pending users" icon={<Ellipsis />} />}
            entries={[
              {
                label: "Reject all…",
                icon: <UserRoundX />,
                isDanger: true,
                disabledReason: reasonOf(permits(actor, "pending-users:write")),
                onSelect: () => {
                  setAsked({ kind: "clear" });
                },
              },
            ]}
          />
        }
      />
      <PendingUsersTable selection={selection} providers={providers} onAction={handleAction} />
      {asked?.kind === "approve" && (
        <PendingUsersApproveDialog
          usernames={asked.usernames}
          onDone={selection.clear}
          onClose={close}
        />
      )}
      {asked?.kind === "reject" && (
        <PendingUsersRejectDialog
          usernames={asked.usernames}
          onDone={selection.clear}
          onClose={close}
        />
      )}
      {asked?.kind === "clear" && (
        <PendingUsersClearDialog onDone={selection.clear} onClose={close} />
      )}
    </>
  );
}
