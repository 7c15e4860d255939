"use client";

import Link from "next/link";
import { MinuteTime } from "@/components/ui/relative-time";
import { paths } from "@/lib/paths";
import { BannerNotice } from "./banner-notice";
import { rememberReset, RESET_SEEN_COOKIE } from "./reset-seen";

/** Tells the super admin that somebody used the server's machine to set their password. */
export function ResetNotice({ id, at }: { id: string; at: string }) {
  return (
    <BannerNotice
      title="The super admin’s password was reset on the server’s machine"
      onDismiss={() => {
        rememberReset(RESET_SEEN_COOKIE, id);
      }}
    >
      This was on <MinuteTime value={at} />. If you do not know why, find out who can use that
      machine.{" "}
      <Link
        href={`${paths.audit}?verb=user.reset-super-admin`}
        className="rounded-sm text-accent-text underline"
      >
        See the audit log
      </Link>
    </BannerNotice>
  );
}
