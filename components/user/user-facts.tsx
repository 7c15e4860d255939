"use client";

import type { ReactNode } from "react";
import { CardSection } from "@/components/ui/card";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatNumber } from "@/lib/format";
import { MASTER_KEY_USERNAME } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { FactList, type Fact } from "./fact-list";
import { authTypeNames } from "./user-labels";

/** What is known about the account and not changed here. */
export function UserFacts({ user }: { user: User }) {
  return (
    <CardSection title="Account">
      <FactList facts={factsOf(user)} />
    </CardSection>
  );
}

function factsOf(user: User): Fact[] {
  const externalId = user.external_identity_provider_id;
  return [
    { term: "Signs in with", value: authTypeNames[user.auth_type] },
    { term: "MFA", value: user.is_mfa_enabled ? "On" : "Off" },
    { term: "API tokens", value: tokensText(user.num_access_tokens) },
    ...(externalId === "" ? [] : [{ term: "Id at the identity provider", value: externalId }]),
    { term: "Created by", value: creatorOf(user) },
    { term: "Created", value: <RelativeTime value={user.created_at} /> },
    { term: "Last changed", value: <RelativeTime value={user.updated_at} /> },
    { term: "Last sign-in", value: <RelativeTime value={user.last_login_time} /> },
  ];
}

function tokensText(count: number): string {
  return count === 0 ? "None" : `${formatNumber(count)} active`;
}

function creatorOf({ created_by: creator, username }: User): ReactNode {
  if (creator === MASTER_KEY_USERNAME) return "The master key";
  return creator === username ? "Themselves" : <Name>{creator}</Name>;
}
