"use client";

import { useState } from "react";
import Link from "next/link";
import { focusMain } from "@/components/ui/focus-return";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { MinuteTime } from "@/components/ui/relative-time";
import { paths } from "@/lib/paths";
import { rememberReset } from "./reset-seen";

/** Tells the super admin that somebody used the server's machine to set their password. */
export function ResetNotice({ id, at }: { id: string; at: string }) {
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <section
      aria-label="Security notice"
      className="mx-auto max-w-[100rem] px-4 pt-4 @min-[58rem]/shell:px-8"
    >
      <Callout
        tone="warn"
        title="The super admin’s password was reset on the server’s machine"
        action={
          <Button
            onClick={() => {
              rememberReset(id);
              setIsDismissed(true);
              focusMain();
            }}
          >
            Dismiss
          </Button>
        }
      >
        This was on <MinuteTime value={at} />. If you do not know why, find out who can use that
        machine.{" "}
        <Link
          href={`${paths.audit}?verb=user.reset-super-admin`}
          className="rounded-sm text-accent-text underline"
        >
          See the audit log
        </Link>
      </Callout>
    </section>
  );
}
