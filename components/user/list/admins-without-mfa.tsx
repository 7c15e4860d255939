"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ShieldAlert } from "lucide-react";
import { adminsWithoutMfaQuery } from "@/components/user/queries";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";

/** How many administrators a stolen password would be enough for; nothing where it is none. */
export function AdminsWithoutMfa() {
  const { data } = useQuery(adminsWithoutMfaQuery());
  const count = data?.total ?? 0;
  if (count === 0) return null;
  return (
    <p className="mb-3 flex items-center gap-2 text-sm text-ink-2">
      <ShieldAlert aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <Link href={`${paths.users}?${filter}`} className="rounded-sm underline">
        {formatCount(count, "administrator")} {count === 1 ? "has" : "have"} no MFA
      </Link>
    </p>
  );
}

const filter =
  "role=super-admin,admin&mfa_status=disabled&account_status=enabled&auth_type=basic_auth";
