"use client";

import { lazy, Suspense } from "react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useActor } from "@/components/console/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { Callout } from "@/components/ui/callout";
import { paths } from "@/lib/paths";
import { isSelf } from "@/lib/permissions";
import { canChangeUser } from "@/lib/user/policy";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";
import { UserFacts } from "@/components/user/user-facts";
import { UserGroupsCard } from "@/components/user/user-groups-card";
import { UserPasswordCard } from "./user-password-card";
import { UserProfileFacts } from "./user-profile-facts";
import { UserThrottle } from "./user-throttle";

// The form brings zod. Its HTML is there from the start; it comes to life when its script does.
const UserProfileForm = lazy(async () => ({
  default: (await import("./user-profile-form")).UserProfileForm,
}));

/** The first tab: what the account is, and what of it can be changed. */
export function UserProfile({
  username,
  passwordMinLength,
}: {
  username: string;
  passwordMinLength: number;
}) {
  const actor = useActor();
  const { data } = useQuery(userDetailQuery(username));
  if (!data) return null;
  const user = asUser(data.entity);
  const change = canChangeUser(actor, user);
  return (
    <div className="@container/profile">
      {isSelf(actor, username) && (
        <Callout className="mb-4" title="This is you">
          Your password, sessions and preferences are on{" "}
          <Link href={paths.account} className="rounded-sm text-accent-text underline">
            your account page
          </Link>
          .
        </Callout>
      )}
      <UserThrottle user={user} />
      <div className="grid items-start gap-4 @min-[56rem]/profile:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          {change.allowed ? (
            <Suspense
              fallback={<FormCardSkeleton title="Profile" fieldCount={2} isLastExplained />}
            >
              <UserProfileForm key={username} latest={{ entity: user, etag: data.etag }} />
            </Suspense>
          ) : (
            <UserProfileFacts user={user} reason={change.reason} />
          )}
          <UserPasswordCard user={user} passwordMinLength={passwordMinLength} />
        </div>
        <div className="grid gap-4">
          <UserFacts user={user} />
          <UserGroupsCard groups={Object.values(data.entity.user_group_ids)} />
        </div>
      </div>
    </div>
  );
}
