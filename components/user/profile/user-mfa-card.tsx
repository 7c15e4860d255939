"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { mfaQuery } from "@/components/mfa/queries";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { FactList, type Fact } from "@/components/user/fact-list";
import { formatNumber } from "@/lib/format";
import { canResetMfa } from "@/lib/mfa/policy";
import type { MfaState } from "@/lib/mfa/schema";
import { can, isSelf, reasonOf } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";

const UserMfaResetDialog = lazyDialog(
  async () => (await import("@/components/user/user-mfa-reset-dialog")).UserMfaResetDialog,
);

/** What somebody proves who they are by, beside a password, and the end of it. */
export function UserMfaCard({ user }: { user: User }) {
  const actor = useActor();
  const mayRead = can(actor, "mfa:read", { user: user.username });
  const { data: mfa } = useQuery({ ...mfaQuery(user.username), enabled: mayRead });
  const [isResetting, setIsResetting] = useState(false);
  if (!mfa) return null;
  const hasNone = !mfa.totp && mfa.passkeys === 0;
  const refusal = reasonOf(canResetMfa(actor, user));

  return (
    <CardSection
      title="MFA and passkeys"
      actions={
        !isSelf(actor, user.username) && (
          <Button
            size="sm"
            disabledReason={
              refusal ?? (hasNone ? "There is nothing to reset that works here." : null)
            }
            onClick={() => {
              setIsResetting(true);
            }}
          >
            Reset MFA…
          </Button>
        )
      }
    >
      <FactList facts={factsOf(user, mfa)} />
      {isResetting && (
        <UserMfaResetDialog
          user={user}
          onClose={() => {
            setIsResetting(false);
          }}
        />
      )}
    </CardSection>
  );
}

function factsOf({ auth_type: authType }: User, mfa: MfaState): Fact[] {
  if (authType === "oauth") {
    return [{ term: "Second factor", value: "Their provider decides" }];
  }
  return [
    { term: "Authenticator app", value: <TotpState mfa={mfa} /> },
    ...(mfa.totp
      ? [{ term: "Recovery codes left", value: formatNumber(mfa.recovery_codes_left) }]
      : []),
    { term: "Passkeys", value: countText(mfa.passkeys, "None that works here") },
    { term: "Linked identities", value: countText(mfa.identities) },
  ];
}

function TotpState({ mfa: { totp, totp_since: since, must_enrol: mustEnrol } }: { mfa: MfaState }) {
  if (totp) {
    return (
      <StatusDot tone="good">
        <span>
          On since <RelativeTime value={since} />
        </span>
      </StatusDot>
    );
  }
  return (
    <StatusDot tone={mustEnrol ? "warn" : "off"}>{mustEnrol ? "Not set up yet" : "Off"}</StatusDot>
  );
}

function countText(count: number, none = "None"): string {
  return count === 0 ? none : formatNumber(count);
}
