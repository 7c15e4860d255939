"use client";

import { useState } from "react";
import { LogOut } from "lucide-react";
import { useSignOut } from "@/components/session/sign-out";
import { Button } from "@/components/ui/button";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { lazyComponent } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { leaveFreely, useLeaveGuard } from "@/components/ui/use-leave-guard";
import { EnrolmentSkeleton } from "./enrolment-skeleton";
import { unsavedReason } from "./unsaved-reason";

// It brings zod, and begins with a call anyway.
const Enrolment = lazyComponent(async () => (await import("./enrolment")).Enrolment, {
  fallback: <EnrolmentSkeleton />,
});
const RecoveryCodes = lazyComponent(async () => (await import("./recovery-codes")).RecoveryCodes);

/** For whoever must set up MFA before anything else: sets it up and goes on, or signs out. */
export function EnrolMfa({
  username,
  back,
}: {
  username: string;
  /** A page of ours. */
  back: string;
}) {
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <SaveCodes username={username} codes={codes} back={back} />;
  return (
    <div className="grid gap-6">
      <Enrolment username={username} onEnrolled={setCodes} />
      <SignOut username={username} />
    </div>
  );
}

function SaveCodes({
  username,
  codes,
  back,
}: {
  username: string;
  codes: readonly string[];
  back: string;
}) {
  const [isSaved, setIsSaved] = useState(false);
  useLeaveGuard(!isSaved, () => undefined);
  return (
    <div className="grid gap-5">
      <h2 tabIndex={-1} ref={focusAtOnce} data-programmatic-focus className="text-lg font-semibold">
        Save your recovery codes
      </h2>
      <RecoveryCodes
        username={username}
        codes={codes}
        isSaved={isSaved}
        onSavedChange={setIsSaved}
      />
      <Button
        variant="primary"
        size="lg"
        disabledReason={isSaved ? null : unsavedReason}
        onClick={() => {
          leaveFreely();
          window.location.assign(back);
        }}
      >
        Continue
      </Button>
    </div>
  );
}

function SignOut({ username }: { username: string }) {
  const signOut = useSignOut();
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-4 text-sm text-ink-3">
      <span className="min-w-0 [overflow-wrap:anywhere]">
        Signed in as <Name>{username}</Name>
      </span>
      <Button size="sm" icon={<LogOut />} isPending={signOut.isPending} onClick={signOut.run}>
        Sign out
      </Button>
    </p>
  );
}
