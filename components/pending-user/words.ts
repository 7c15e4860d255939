import { formatCount } from "@/lib/format";
import type { PendingUser } from "@/lib/pending-user/schema";

/** What a provider is called, by its id. */
export interface ProviderName {
  id: string;
  name: string;
}

/** One that is configured no more has only its id. */
export function providerName(providers: readonly ProviderName[], id: string): string {
  return providers.find((provider) => provider.id === id)?.name ?? id;
}

/** What to call somebody who may have told no name. */
export function nameOf({ display_name: name, username }: PendingUser): string {
  return name || username;
}

export function countOf(count: number): string {
  return formatCount(count, "person", "people");
}
