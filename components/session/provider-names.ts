/** What a provider is called, by its id. */
export interface ProviderName {
  id: string;
  name: string;
}

/** One that is configured no more has only its id. */
export function providerName(providers: readonly ProviderName[], id: string): string {
  return providers.find((provider) => provider.id === id)?.name ?? id;
}
