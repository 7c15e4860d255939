import { Copy, Link, RotateCw, Send, ShieldX } from "lucide-react";
import type { InviteBulkAction } from "@/components/invite/bulk";
import { copyLink } from "@/components/invite/copy-link";
import { copyText } from "@/components/ui/copy-text";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { canResend } from "@/lib/invite/policy";
import type { UserInvite } from "@/lib/invite/schema";
import { permits, reasonOf, type Actor } from "@/lib/permissions";

/** What can be done with an invite; what the actor may not do says why. */
export function inviteMenu({
  actor,
  invite,
  isMailConfigured,
  onAction,
}: {
  actor: Actor;
  invite: UserInvite;
  isMailConfigured: boolean;
  onAction: (action: InviteBulkAction, invite: UserInvite) => void;
}): MenuEntry[] {
  const refusal = reasonOf(permits(actor, "invites:write"));
  const now = new Date();
  const target = {
    platform_role_id: invite.platform_role_id,
    expiresAt: new Date(invite.expires_at),
  };
  const resendRefusal = (isNewLink: boolean) =>
    refusal ?? reasonOf(canResend(actor, target, { isNewLink, isMailConfigured, now }));
  const hasExpired = target.expiresAt <= now || invite.invite_url === "";
  return [
    {
      label: "Copy link",
      icon: <Link />,
      disabledReason: refusal ?? (hasExpired ? "This invite has expired. Make a new link." : null),
      onSelect: () => void copyLink(invite),
    },
    {
      label: "Copy address",
      icon: <Copy />,
      onSelect: () => void copyText(invite.email, "Address copied"),
    },
    { kind: "separator" },
    {
      label: "Send again",
      icon: <Send />,
      disabledReason: resendRefusal(false),
      onSelect: () => {
        onAction("resend", invite);
      },
    },
    {
      label: "New link…",
      icon: <RotateCw />,
      disabledReason: resendRefusal(true),
      onSelect: () => {
        onAction("new-link", invite);
      },
    },
    {
      label: "Revoke…",
      icon: <ShieldX />,
      isDanger: true,
      disabledReason: refusal,
      onSelect: () => {
        onAction("revoke", invite);
      },
    },
  ];
}
