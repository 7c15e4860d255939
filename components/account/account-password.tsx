"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { FormCardSkeleton } from "@/components/form/form-card-skeleton";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { userDetailQuery } from "@/components/user/queries";

// The form brings zod. Its HTML is there from the start; it comes to life when its script does.
const AccountPasswordForm = lazyComponent(
  async () => (await import("./account-password-form")).AccountPasswordForm,
  { fallback: <FormCardSkeleton title="Password" fieldCount={1} /> },
);

/** One's own password, for whoever has one. */
export function AccountPassword() {
  const { username } = useActor();
  const { data } = useQuery(userDetailQuery(username));
  if (data?.entity.auth_type === "oauth") {
    return (
      <Card>
        <EmptyState icon={<KeyRound />} title="You have no password here">
          You sign in with single sign-on: see Security. Change your password with your provider.
        </EmptyState>
      </Card>
    );
  }
  return <AccountPasswordForm username={username} displayName={data?.entity.display_name ?? ""} />;
}
