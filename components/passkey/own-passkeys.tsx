"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import type { User } from "@/lib/user/schema";
import { PasskeysSkeleton } from "./passkeys-skeleton";
import { passkeysQuery } from "./queries";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const OwnPasskeysCard = lazyComponent(
  async () => (await import("./own-passkeys-card")).OwnPasskeysCard,
  { fallback: <PasskeysSkeleton /> },
);

export interface OwnPasskeysProps {
  user: Pick<User, "username" | "auth_type">;
  /** Those that were made for another address of this server. */
  unusable: readonly string[];
  /** Why there can be no new one; null where there can. */
  refusal: string | null;
}

/** One's own passkeys, with ways to add, rename and remove them. */
export function OwnPasskeys(props: OwnPasskeysProps) {
  const { data, error, isFetching, refetch } = useQuery(passkeysQuery(props.user.username));
  if (data) return <OwnPasskeysCard {...props} passkeys={data} />;
  if (!error) return <PasskeysSkeleton />;
  return (
    <ErrorState
      title="The passkeys could not be loaded"
      message={error.message}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
