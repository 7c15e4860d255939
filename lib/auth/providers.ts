import "server-only";

/** A provider that people sign in by, as the environment configures it. */
export interface Provider {
  id: string;
  /** As the sign-in page calls it. */
  name: string;
}

/** In the order in which the sign-in page offers them. */
export function configuredProviders(): readonly Provider[] {
  return [];
}
