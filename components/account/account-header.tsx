"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Name } from "@/components/ui/name";
import { userDetailQuery } from "@/components/user/queries";
import { nameOf } from "@/components/user/user-words";
import { paths } from "@/lib/paths";
import { platformRoleNames } from "@/lib/permissions";

export const accountTabs = [
  { href: paths.account, label: "Profile" },
  { href: paths.accountAccess, label: "My access" },
  { href: paths.accountPreferences, label: "Preferences" },
  { href: paths.accountPassword, label: "Password" },
  { href: paths.accountSecurity, label: "Security" },
  { href: paths.accountSessions, label: "Sessions" },
  { href: paths.accountTokens, label: "API tokens" },
  { href: paths.accountActivity, label: "Activity" },
];

/** Who one is, and the tabs of one's own account. */
export function AccountHeader() {
  const { username, role } = useActor();
  const { data } = useQuery(userDetailQuery(username));
  const name = data ? nameOf(data.entity) : username;
  return (
    <>
      <PageHeader
        title="Account"
        description={
          name === username ? (
            <Name>{username}</Name>
          ) : (
            <>
              <Name>{name}</Name> · <Name>{username}</Name>
            </>
          )
        }
        leading={<Avatar name={name} size="lg" />}
        badges={<Badge>{platformRoleNames[role]}</Badge>}
      />
      <LinkTabs label="Account" tabs={accountTabs} />
    </>
  );
}
