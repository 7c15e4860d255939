"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { mfaQuery } from "@/components/mfa/queries";
import { sessionQueries } from "@/components/session/queries";
import type { User } from "@/lib/user/schema";
import { IdentitiesSkeleton } from "./identities-skeleton";
import { identitiesQuery } from "./queries";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const OwnIdentitiesCard = lazyComponent(
  async () => (await import("./own-identities-card")).OwnIdentitiesCard,
  { fallback: <IdentitiesSkeleton /> },
);

/** One's own identities at providers, with ways to link and unlink them. */
export function OwnIdentities({
  user,
  offered,
  isConfirmed,
}: {
  user: Pick<User, "username" | "auth_type" | "platform_role_id">;
  /** The id of a provider that vouched for them just now; empty where none did. */
  offered: string;
  /** They are back from confirming who they are, for linking to go on. */
  isConfirmed: boolean;
}) {
  const identities = useQuery(identitiesQuery(user.username));
  const options = useQuery(sessionQueries.signInOptions());
  const mfa = useQuery(mfaQuery(user.username));
  if (identities.data && options.data && mfa.data) {
    return (
      <OwnIdentitiesCard
        user={user}
        identities={identities.data}
        options={options.data}
        hasPasskey={mfa.data.passkeys > 0}
        offered={offered}
        isConfirmed={isConfirmed}
      />
    );
  }
  const error = identities.error ?? options.error ?? mfa.error;
  if (!error) return <IdentitiesSkeleton />;
  return (
    <ErrorState
      title="The linked identities could not be loaded"
      message={error.message}
      isRetrying={identities.isFetching || options.isFetching || mfa.isFetching}
      onRetry={() => {
        void identities.refetch();
        void options.refetch();
        void mfa.refetch();
      }}
    />
  );
}
