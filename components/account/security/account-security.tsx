"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { OwnIdentities } from "@/components/identity/own-identities";
import { mfaQuery } from "@/components/mfa/queries";
import { OwnPasskeys, type OwnPasskeysProps } from "@/components/passkey/own-passkeys";
import { sessionQueries } from "@/components/session/queries";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { userDetailQuery } from "@/components/user/queries";

const skeleton = <FormCardSkeleton title="Signing in" fieldCount={3} />;

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const SecurityCard = lazyComponent(async () => (await import("./security-card")).SecurityCard, {
  fallback: skeleton,
});

/** What one signs in by, in one place. */
export function AccountSecurity({
  offered,
  isConfirmed,
  isMfaEnforced,
  passkeys,
}: {
  /** The id of a provider that vouched for them just now; empty where none did. */
  offered: string;
  /** They are back from confirming who they are, for linking to go on. */
  isConfirmed: boolean;
  isMfaEnforced: boolean;
  passkeys: Pick<OwnPasskeysProps, "unusable" | "refusal">;
}) {
  const { username, role } = useActor();
  const { data } = useQuery(userDetailQuery(username));
  const authType = data?.entity.auth_type ?? "basic_auth";
  const user = { username, platform_role_id: role, auth_type: authType } as const;
  const identities = <OwnIdentities {...{ user, offered, isConfirmed }} />;
  return (
    <div className="grid gap-4">
      {offered !== "" && identities}
      <OwnSecurity user={user} isMfaEnforced={isMfaEnforced} />
      <div id="passkeys">
        <OwnPasskeys user={user} {...passkeys} />
      </div>
      {offered === "" && identities}
    </div>
  );
}

function OwnSecurity({
  user: { username, platform_role_id: role, auth_type: authType },
  isMfaEnforced,
}: {
  user: { username: string; platform_role_id: string; auth_type: string };
  isMfaEnforced: boolean;
}) {
  const mfa = useQuery(mfaQuery(username));
  const options = useQuery(sessionQueries.signInOptions());
  const sessions = useQuery(sessionQueries.list(username));
  if (mfa.data && options.data) {
    return (
      <SecurityCard
        username={username}
        isOauth={authType === "oauth"}
        isPasswordOn={options.data.basic_auth || role === "super-admin"}
        isMfaEnforced={isMfaEnforced}
        hasPasskeys={options.data.passkeys}
        mfa={mfa.data}
        sessions={sessions.data?.length}
      />
    );
  }
  const error = mfa.error ?? options.error;
  if (!error) return skeleton;
  return (
    <ErrorState
      title="How you sign in could not be loaded"
      message={error.message}
      isRetrying={mfa.isFetching || options.isFetching}
      onRetry={() => {
        void mfa.refetch();
        void options.refetch();
      }}
    />
  );
}
