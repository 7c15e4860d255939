"use client";

import { useState } from "react";
import { providerName, type ProviderName } from "@/components/session/provider-names";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { canUnlink } from "@/lib/identity/policy";
import type { Identity } from "@/lib/identity/schema";
import { reasonOf } from "@/lib/permissions";
import type { SignInOptions } from "@/lib/session/schema";
import type { User } from "@/lib/user/schema";
import { isEmail } from "@/lib/user/username";
import { IdentityRow } from "./identity-row";
import { useLinking, type Linking } from "./use-linking";

const IdentityUnlinkDialog = lazyDialog(
  async () => (await import("./identity-unlink-dialog")).IdentityUnlinkDialog,
);

interface OwnIdentitiesCardProps {
  user: Pick<User, "username" | "auth_type" | "platform_role_id">;
  identities: readonly Identity[];
  options: SignInOptions;
  /** Whether one of their passkeys works here. */
  hasPasskey: boolean;
  offered: string;
  isConfirmed: boolean;
}

/** The lazy part of `OwnIdentities`. */
export function OwnIdentitiesCard({
  user,
  identities,
  options,
  hasPasskey,
  offered,
  isConfirmed,
}: OwnIdentitiesCardProps) {
  const { providers } = options;
  const linking = useLinking(user.username, { providers, isConfirmed });
  const [unlinked, setUnlinked] = useState<Identity | null>(null);
  const linkable = providers.filter(
    ({ id }) => !identities.some((identity) => identity.provider === id),
  );
  const offer = linkable.find(({ id }) => id === offered);

  return (
    <CardSection
      title="Linked identities"
      description="Accounts of providers that you sign in by, without a password."
    >
      <div className="grid gap-4">
        {linking.error !== null && (
          <Callout tone="danger" role="alert" title="Nothing was linked">
            {linking.error}
          </Callout>
        )}
        {offer && <Offer provider={offer} {...linking} />}
        {identities.length === 0 && !offer && <NoIdentities hasProviders={providers.length > 0} />}
        {identities.length > 0 && (
          <ul aria-label="Linked identities" className="-my-3 divide-y divide-line">
            {identities.map((identity) => {
              const provider = providerName(providers, identity.provider);
              const refusal = reasonAgainstUnlinking(identity, user, {
                identities,
                options,
                hasPasskey,
              });
              return (
                <IdentityRow
                  key={identity.id}
                  identity={identity}
                  provider={provider}
                  note={refusal}
                  action={
                    <Button
                      size="sm"
                      aria-label={`Unlink ${provider}…`}
                      disabledReason={refusal}
                      onClick={() => {
                        setUnlinked(identity);
                      }}
                    >
                      Unlink…
                    </Button>
                  }
                />
              );
            })}
          </ul>
        )}
        <LinkButtons
          username={user.username}
          providers={linkable.filter((provider) => provider !== offer)}
          {...linking}
        />
      </div>
      {unlinked && (
        <IdentityUnlinkDialog
          username={user.username}
          identity={unlinked}
          provider={providerName(providers, unlinked.provider)}
          onClose={() => {
            setUnlinked(null);
          }}
        />
      )}
    </CardSection>
  );
}

function reasonAgainstUnlinking(
  { id }: Identity,
  user: OwnIdentitiesCardProps["user"],
  {
    identities,
    options,
    hasPasskey,
  }: Pick<OwnIdentitiesCardProps, "identities" | "options" | "hasPasskey">,
): string | null {
  return reasonOf(
    canUnlink({
      user,
      hasPasswords: options.basic_auth,
      hasPasskey,
      others: identities.filter((other) => other.id !== id).map(({ provider }) => provider),
      providers: options.providers.map((provider) => provider.id),
    }),
  );
}

function NoIdentities({ hasProviders }: { hasProviders: boolean }) {
  return (
    <p className="text-ink-3">
      {hasProviders
        ? "No linked identities. Link your account of a provider, and you sign in with it."
        : "No linked identities: this server has no single sign-on."}
    </p>
  );
}

function Offer({
  provider: { id, name },
  linkProved,
  pending,
}: { provider: ProviderName } & Pick<Linking, "linkProved" | "pending">) {
  return (
    <Callout
      title={`Link ${name}?`}
      action={
        <Button
          variant="primary"
          size="wrap"
          isPending={pending === id}
          onClick={() => {
            linkProved(id);
          }}
        >
          Link it now
        </Button>
      }
    >
      <Name>{name}</Name> has just vouched for your address. Linked, it lets you in from the next
      time on.
    </Callout>
  );
}

function LinkButtons({
  username,
  providers,
  leaveFor,
  pending,
}: { username: string; providers: readonly ProviderName[] } & Pick<
  Linking,
  "leaveFor" | "pending"
>) {
  if (providers.length === 0) return null;
  const refusal = isEmail(username)
    ? null
    : "An account whose username is no e-mail address cannot link one.";
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {providers.map(({ id, name }) => (
          <Button
            key={id}
            size="wrap"
            isPending={pending === id}
            disabledReason={refusal}
            onClick={() => {
              leaveFor(id);
            }}
          >
            Link {name}
          </Button>
        ))}
      </div>
      {refusal !== null && <p className="text-sm text-ink-3">{refusal}</p>}
    </div>
  );
}
