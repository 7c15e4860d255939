"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { providerName } from "@/components/session/provider-names";
import { sessionQueries } from "@/components/session/queries";
import { CardSection } from "@/components/ui/card";
import { can } from "@/lib/permissions";
import { IdentityRow } from "./identity-row";
import { identitiesQuery } from "./queries";

/** What somebody else signs in by; nothing where that is a password alone. */
export function IdentitiesCard({ username }: { username: string }) {
  const mayRead = can(useActor(), "identities:read", { user: username });
  const { data: identities = [] } = useQuery({ ...identitiesQuery(username), enabled: mayRead });
  const { data: options } = useQuery({
    ...sessionQueries.signInOptions(),
    enabled: identities.length > 0,
  });
  if (identities.length === 0) return null;
  return (
    <CardSection
      title="Linked identities"
      description="Accounts of providers that they sign in by."
    >
      <ul className="-my-3 divide-y divide-line">
        {identities.map((identity) => (
          <IdentityRow
            key={identity.id}
            identity={identity}
            provider={providerName(options?.providers ?? [], identity.provider)}
          />
        ))}
      </ul>
    </CardSection>
  );
}
