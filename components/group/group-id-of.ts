/** The route parameter of a group's pages. */
export interface GroupIdParams {
  params: Promise<{ groupId: string }>;
}

/** Next leaves the segment encoded. */
export async function groupIdOf(params: GroupIdParams["params"]): Promise<string> {
  return toGroupId((await params).groupId);
}

/** The same of the segment that a browser has. */
export function toGroupId(segment: string): string {
  return decodeURIComponent(segment);
}
