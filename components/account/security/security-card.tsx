"use client";

import { useState } from "react";
import { KeyRound, LifeBuoy, MonitorSmartphone, ShieldCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { formatCount } from "@/lib/format";
import type { MfaState } from "@/lib/mfa/schema";
import { paths } from "@/lib/paths";
import { codesTone, recommendationOf } from "./recommendation";
import { RecommendationCallout } from "./recommendation-callout";
import { SecurityRow } from "./security-row";

const TotpEnrolDialog = lazyDialog(
  async () => (await import("./totp-enrol-dialog")).TotpEnrolDialog,
);
const TotpOffDialog = lazyDialog(async () => (await import("./totp-off-dialog")).TotpOffDialog);
const RecoveryCodesDialog = lazyDialog(
  async () => (await import("./recovery-codes-dialog")).RecoveryCodesDialog,
);

/** Which dialog is open; the state of the account may change below it. */
type Open = { kind: "enrol"; isReplacing: boolean } | { kind: "off" } | { kind: "codes" };

export interface SecurityCardProps {
  username: string;
  isOauth: boolean;
  /** Whether a password lets them in here. */
  isPasswordOn: boolean;
  isMfaEnforced: boolean;
  /** Whether this address allows passkeys. */
  hasPasskeys: boolean;
  mfa: MfaState;
  /** Absent while they are not known. */
  sessions: number | undefined;
}

/** The lazy part of `AccountSecurity`: how one's own account stands, and what would do most for it. */
export function SecurityCard({ username, mfa, ...props }: SecurityCardProps) {
  const { isOauth, isPasswordOn, isMfaEnforced, hasPasskeys, sessions } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const recommendation = recommendationOf(mfa, { isOauth, hasPasskeys });

  function openEnrolment() {
    setOpen({ kind: "enrol", isReplacing: mfa.totp });
  }
  function openCodes() {
    setOpen({ kind: "codes" });
  }
  function close() {
    setOpen(null);
  }

  return (
    <>
      {recommendation && (
        <RecommendationCallout
          recommendation={recommendation}
          left={mfa.recovery_codes_left}
          onSetUp={openEnrolment}
          onRenewCodes={openCodes}
        />
      )}
      <CardSection title="Signing in" description="How you prove that it is you.">
        <ul className="-my-3 divide-y divide-line">
          <PasswordRow isOauth={isOauth} isPasswordOn={isPasswordOn} />
          <SecurityRow
            icon={<ShieldCheck />}
            title="Authenticator app"
            state={<TotpState isOauth={isOauth} mfa={mfa} />}
            actions={
              isOauth ? null : mfa.totp ? (
                <>
                  <Button onClick={openEnrolment}>Replace…</Button>
                  <Button
                    variant="danger-quiet"
                    disabledReason={
                      isMfaEnforced
                        ? "This server asks everyone for MFA. You can replace the app."
                        : null
                    }
                    onClick={() => {
                      setOpen({ kind: "off" });
                    }}
                  >
                    Switch off…
                  </Button>
                </>
              ) : (
                <Button onClick={openEnrolment}>Set up…</Button>
              )
            }
          />
          {!isOauth && (
            <SecurityRow
              icon={<LifeBuoy />}
              title="Recovery codes"
              state={<CodesState mfa={mfa} />}
              actions={mfa.totp && <Button onClick={openCodes}>Make new codes…</Button>}
            />
          )}
          <SecurityRow
            icon={<MonitorSmartphone />}
            title="Sessions"
            state={sessionsText(sessions)}
            actions={<ButtonLink href={paths.accountSessions}>See sessions</ButtonLink>}
          />
        </ul>
      </CardSection>
      {open?.kind === "enrol" && (
        <TotpEnrolDialog username={username} isReplacing={open.isReplacing} onClose={close} />
      )}
      {open?.kind === "off" && <TotpOffDialog username={username} onClose={close} />}
      {open?.kind === "codes" && <RecoveryCodesDialog username={username} onClose={close} />}
    </>
  );
}

function PasswordRow({ isOauth, isPasswordOn }: { isOauth: boolean; isPasswordOn: boolean }) {
  if (isOauth) {
    return (
      <SecurityRow
        icon={<KeyRound />}
        title="Password"
        state="You have none here: your provider signs you in, and asks for its own."
      />
    );
  }
  return (
    <SecurityRow
      icon={<KeyRound />}
      title="Password"
      state={
        isPasswordOn
          ? "You sign in with a password."
          : "Signing in with a password is switched off here. Yours still confirms that it is you."
      }
      actions={<ButtonLink href={paths.accountPassword}>Change password</ButtonLink>}
    />
  );
}

function TotpState({ isOauth, mfa }: { isOauth: boolean; mfa: MfaState }) {
  if (isOauth) return "Your provider decides whether it asks for a second factor.";
  if (!mfa.totp) return <StatusDot tone="off">Off</StatusDot>;
  return (
    <StatusDot tone="good">
      <span>
        On since <RelativeTime value={mfa.totp_since} />
      </span>
    </StatusDot>
  );
}

function CodesState({ mfa: { totp, recovery_codes_left: left } }: { mfa: MfaState }) {
  if (!totp) return "They come with an authenticator app.";
  return (
    <StatusDot tone={codesTone(left)}>
      {left === 0 ? "None left" : `${formatCount(left, "code")} left`}
    </StatusDot>
  );
}

function sessionsText(count: number | undefined): string {
  if (count === undefined) return "Where you are signed in.";
  if (count === 1) return "You are signed in here only.";
  return `You are signed in in ${String(count)} places.`;
}
