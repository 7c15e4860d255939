/** The route parameter of a network's pages. */
export interface NetidParams {
  params: Promise<{ netid: string }>;
}

/** Next leaves the segment encoded. */
export async function netidOf(params: NetidParams["params"]): Promise<string> {
  return toNetid((await params).netid);
}

/** The same of the segment that a browser has. */
export function toNetid(segment: string): string {
  return decodeURIComponent(segment);
}
