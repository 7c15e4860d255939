"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { lazyComponent } from "@/components/ui/lazy-component";
import { isSelf } from "@/lib/permissions";
import { canChangeUser } from "@/lib/user/policy";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";

// The form brings zod. Its HTML is there from the start; it comes to life when its script does.
const UserProfileForm = lazyComponent(
  async () => (await import("./user-profile-form")).UserProfileForm,
  { fallback: <FormCardSkeleton title="Profile" fieldCount={2} isLastExplained /> },
);

const UserPasswordCard = lazyComponent(
  async () => (await import("./user-password-card")).UserPasswordCard,
  { fallback: <FormCardSkeleton title="Password" fieldCount={1} /> },
);
const UserProfileFacts = lazyComponent(
  async () => (await import("./user-profile-facts")).UserProfileFacts,
  { fallback: <FormCardSkeleton title="Profile" fieldCount={2} /> },
);

const UserFacts = lazyComponent(
  async () => (await import("@/components/user/user-facts")).UserFacts,
);
const UserMfaCard = lazyComponent(async () => (await import("./user-mfa-card")).UserMfaCard);
const UserGroupsCard = lazyComponent(
  async () => (await import("@/components/user/user-groups-card")).UserGroupsCard,
);

const IdentitiesCard = lazyComponent(
  async () => (await import("@/components/identity/identities-card")).IdentitiesCard,
);

const OwnUserNotice = lazyComponent(async () => (await import("./own-user-notice")).OwnUserNotice);

// Hardly anybody has to wait.
const UserThrottle = lazyComponent(async () => (await import("./user-throttle")).UserThrottle);

/** The first tab: what the account is, and what of it can be changed. */
export function UserProfile({ username }: { username: string }) {
  const actor = useActor();
  const { data } = useQuery(userDetailQuery(username));
  if (!data) return null;
  const user = asUser(data.entity);
  const change = canChangeUser(actor, user);
  return (
    <div className="@container/profile">
      {isSelf(actor, username) && <OwnUserNotice />}
      <UserThrottle user={user} />
      <div className="grid items-start gap-4 @min-[56rem]/profile:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          {change.allowed ? (
            <UserProfileForm key={username} latest={{ entity: user, etag: data.etag }} />
          ) : (
            <UserProfileFacts user={user} reason={change.reason} />
          )}
          <UserPasswordCard user={user} />
        </div>
        <div className="grid gap-4">
          <UserFacts user={user} />
          <UserMfaCard user={user} />
          <UserGroupsCard groups={Object.values(data.entity.user_group_ids)} />
          <IdentitiesCard username={username} />
        </div>
      </div>
    </div>
  );
}
