import { platformRoleNames, platformRoles, type PlatformRole } from "@/lib/permissions";

/** The role that people mean: by its id or its name, in any case, with blanks, hyphens or underscores. */
export function roleOf(written: string): PlatformRole | undefined {
  const name = plain(written);
  return platformRoles.find(
    (role) => plain(role) === name || plain(platformRoleNames[role]) === name,
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, "");
}
