"use client";

import { useCallback, useState } from "react";
import { Ellipsis, MailPlus, ShieldX } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import type { InviteBulkAction } from "@/components/invite/bulk";
import { useResendInvite } from "@/components/invite/mutations";
import { NoMailCallout } from "@/components/invite/no-mail-callout";
import { CreateButton } from "@/components/layout/create-button";
import { IconButton } from "@/components/ui/icon-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { UserInvite } from "@/lib/invite/schema";
import { permits, reasonOf } from "@/lib/permissions";
import { InvitesHeader } from "./invites-header";
import { InvitesSkeleton } from "./invites-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const InvitesTable = lazyComponent(async () => (await import("./invites-table")).InvitesTable, {
  fallback: <InvitesSkeleton />,
});
const InviteDialog = lazyDialog(
  async () => (await import("@/components/invite/invite-dialog")).InviteDialog,
);
const InviteNewLinkDialog = lazyDialog(
  async () => (await import("./invite-new-link-dialog")).InviteNewLinkDialog,
);
const InviteRevokeDialog = lazyDialog(
  async () => (await import("./invite-revoke-dialog")).InviteRevokeDialog,
);
const InvitesBulkDialog = lazyDialog(
  async () => (await import("./invites-bulk-dialog")).InvitesBulkDialog,
);
const InvitesRevokeAllDialog = lazyDialog(
  async () => (await import("./invites-revoke-all-dialog")).InvitesRevokeAllDialog,
);

/** Which dialog is open. */
type Asked =
  | { kind: "invite" }
  | { kind: "new-link"; invite: UserInvite }
  | { kind: "revoke"; invite: UserInvite }
  | { kind: "bulk"; action: InviteBulkAction; emails: readonly string[] }
  | { kind: "revoke-all" };

export function InvitesPage() {
  const actor = useActor();
  const selection = useRowSelection("invites");
  const { mutate: resend } = useResendInvite();
  const [asked, setAsked] = useState<Asked | null>(null);
  const refusal = reasonOf(permits(actor, "invites:write"));

  function openInvite() {
    setAsked({ kind: "invite" });
  }
  function close() {
    setAsked(null);
  }
  const handleAction = useCallback(
    (kind: InviteBulkAction, invite: UserInvite) => {
      if (kind !== "resend") {
        setAsked({ kind, invite });
        return;
      }
      resend(invite.email, {
        onSuccess: () => {
          toast.success("The invite is sent again", { description: invite.email });
        },
      });
    },
    [resend],
  );

  return (
    <>
      <InvitesHeader
        actions={
          <>
            <CreateButton
              label="Invite people"
              shortcut="Invite people"
              icon={<MailPlus />}
              disabledReason={refusal}
              onPreload={InviteDialog.preload}
              onCreate={openInvite}
            />
            <Menu
              trigger={<IconButton label="More for all invites" icon={<Ellipsis />} />}
              entries={[
                {
                  label: "Revoke all…",
                  icon: <ShieldX />,
                  isDanger: true,
                  disabledReason: refusal,
                  onSelect: () => {
                    setAsked({ kind: "revoke-all" });
                  },
                },
              ]}
            />
          </>
        }
      />
      <NoMailCallout className="mb-4" />
      <InvitesTable
        selection={selection}
        onAction={handleAction}
        onBulk={(action) => {
          setAsked({ kind: "bulk", action, emails: selection.ids });
        }}
        onInvite={openInvite}
      />
      {asked?.kind === "invite" && <InviteDialog onClose={close} />}
      {asked?.kind === "new-link" && <InviteNewLinkDialog invite={asked.invite} onClose={close} />}
      {asked?.kind === "revoke" && <InviteRevokeDialog invite={asked.invite} onClose={close} />}
      {asked?.kind === "bulk" && (
        <InvitesBulkDialog
          action={asked.action}
          emails={asked.emails}
          onDone={selection.clear}
          onClose={close}
        />
      )}
      {asked?.kind === "revoke-all" && (
        <InvitesRevokeAllDialog onDone={selection.clear} onClose={close} />
      )}
    </>
  );
}
