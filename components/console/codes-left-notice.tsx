"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { mfaQuery } from "@/components/mfa/queries";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { BannerNotice } from "./banner-notice";

/** Once, after somebody signed in with a recovery code: how many they have left. */
export function CodesLeftNotice({ username }: { username: string }) {
  const { data } = useQuery(mfaQuery(username));
  if (!data) return null;
  const left = data.recovery_codes_left;
  return (
    <BannerNotice
      title={
        left === 0
          ? "You have no recovery codes left"
          : `${formatCount(left, "recovery code")} left`
      }
    >
      You signed in with one, which works no more.{" "}
      <Link href={paths.accountSecurity} className="rounded-sm text-accent-text underline">
        Make new ones
      </Link>
      , or set up your authenticator app anew if you have lost it.
    </BannerNotice>
  );
}
