/** The route parameter of a role's pages. */
export interface RoleIdParams {
  params: Promise<{ roleId: string }>;
}

/** Next leaves the segment encoded. */
export async function roleIdOf(params: RoleIdParams["params"]): Promise<string> {
  return toRoleId((await params).roleId);
}

/** The same of the segment that a browser has. */
export function toRoleId(segment: string): string {
  return decodeURIComponent(segment);
}
