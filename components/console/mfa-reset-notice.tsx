"use client";

import Link from "next/link";
import { MinuteTime } from "@/components/ui/relative-time";
import { paths } from "@/lib/paths";
import { BannerNotice } from "./banner-notice";
import { MFA_RESET_SEEN_COOKIE, rememberReset } from "./reset-seen";

/** Tells somebody that an administrator took away their authenticator app and passkeys. */
export function MfaResetNotice({ id, at }: { id: string; at: string }) {
  return (
    <BannerNotice
      title="An administrator has reset your MFA"
      onDismiss={() => {
        rememberReset(MFA_RESET_SEEN_COOKIE, id);
      }}
    >
      This was on <MinuteTime value={at} />: your authenticator app, recovery codes and passkeys
      were removed. If you did not ask for it, tell an administrator.{" "}
      <Link href={paths.accountSecurity} className="rounded-sm text-accent-text underline">
        See how you sign in
      </Link>
    </BannerNotice>
  );
}
