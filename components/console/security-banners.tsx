"use client";

import { useEffect, useState } from "react";
import { useActor } from "@/components/base/actor-provider";
import { onUsedRecoveryCode, takeUsedRecoveryCode } from "@/components/session/used-recovery-code";
import { lazyComponent } from "@/components/ui/lazy-component";

interface Occasion {
  id: string;
  at: string;
}

// Hardly any page has one: their scripts come with them.
const ResetNotice = lazyComponent(async () => (await import("./reset-notice")).ResetNotice);
const MfaResetNotice = lazyComponent(
  async () => (await import("./mfa-reset-notice")).MfaResetNotice,
);
const CodesLeftNotice = lazyComponent(
  async () => (await import("./codes-left-notice")).CodesLeftNotice,
);

/** Above every page: what somebody must know of their own account. */
export function SecurityBanners({
  reset,
  mfaReset,
}: {
  /** Of the super admin's password, on the server's machine. */
  reset: Occasion | null;
  mfaReset: Occasion | null;
}) {
  const { username } = useActor();
  const [usedCodes, setUsedCodes] = useState(0);

  useEffect(() => {
    function look() {
      if (takeUsedRecoveryCode()) setUsedCodes((count) => count + 1);
    }
    look();
    return onUsedRecoveryCode(look);
  }, []);

  return (
    <>
      {reset && <ResetNotice {...reset} />}
      {mfaReset && <MfaResetNotice {...mfaReset} />}
      {usedCodes > 0 && <CodesLeftNotice key={usedCodes} username={username} />}
    </>
  );
}
