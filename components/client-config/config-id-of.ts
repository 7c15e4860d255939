/** The route parameter of a client config's pages. */
export interface ConfigIdParams {
  params: Promise<{ configId: string }>;
}

/** Next leaves the segment encoded. */
export async function configIdOf(params: ConfigIdParams["params"]): Promise<string> {
  return toConfigId((await params).configId);
}

/** The same of the segment that a browser has. */
export function toConfigId(segment: string): string {
  return decodeURIComponent(segment);
}
