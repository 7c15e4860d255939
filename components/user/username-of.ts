/** The route parameter of a user's pages. */
export interface UsernameParams {
  params: Promise<{ username: string }>;
}

/** Next leaves the segment encoded; names are compared in lower case. */
export async function usernameOf(params: UsernameParams["params"]): Promise<string> {
  return toUsername((await params).username);
}

/** The same of the segment that a browser has. */
export function toUsername(segment: string): string {
  return decodeURIComponent(segment).toLowerCase();
}
