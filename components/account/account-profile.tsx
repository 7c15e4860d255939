"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { Skeleton } from "@/components/ui/skeleton";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";
import { UserFacts } from "@/components/user/user-facts";
import { UserGroupsCard } from "@/components/user/user-groups-card";

// The form brings zod. Its HTML is there from the start; it comes to life when its script does.
const ProfileForm = lazyComponent(
  async () => (await import("@/components/user/profile-form")).ProfileForm,
  { fallback: <FormCardSkeleton title="Profile" fieldCount={1} /> },
);

/** What others see of oneself, and what is known about the account. */
export function AccountProfile() {
  const { username } = useActor();
  const { data, error, isFetching, refetch } = useQuery(userDetailQuery(username));
  if (data) {
    const user = asUser(data.entity);
    return (
      <div className="@container/profile">
        <div className="grid items-start gap-4 @min-[56rem]/profile:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <ProfileForm
            latest={{ entity: user, etag: data.etag }}
            description="What others see."
            nameAutoComplete="name"
          />

          <div className="grid gap-4">
            <UserFacts user={user} />
            <UserGroupsCard groups={Object.values(data.entity.user_group_ids)} />
          </div>
        </div>
      </div>
    );
  }
  if (!error) return <Skeleton className="w-64" />;
  return (
    <ErrorState message={error.message} isRetrying={isFetching} onRetry={() => void refetch()} />
  );
}
