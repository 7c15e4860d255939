/** Whom a call invites to what. */
import type { PlatformRole } from "@/lib/permissions";

/** Whom to invite to what, with the keys of the body that say so. */
export interface Wanted {
  /** `user_emails.0` */
  path: string;
  email: string;
  role: InviteRole;
  groupIds: string[];
  groupsPath: string;
}

export type InviteRole = Exclude<PlatformRole, "super-admin">;

interface LeadingTo {
  platform_role_id?: InviteRole | undefined;
  user_group_ids?: string[] | undefined;
}

interface Body extends LeadingTo {
  user_emails?: string[] | undefined;
  invites?: ({ email: string } & LeadingTo)[] | undefined;
}

interface Problem {
  path: string;
  message: string;
}

/** Each address once, in the order sent. */
export function wantedBy(body: Body): Wanted[] {
  const seen = new Set<string>();
  return allOf(body).filter(({ email }) => !seen.has(email) && seen.add(email));
}

/** What is wrong with the lists of a body whose every address is good. */
export function problemsOf(body: Body): Problem[] {
  const { user_emails: emails, invites } = body;
  if (emails && invites) {
    const message = "Send either user_emails or invites.";
    return ["user_emails", "invites"].map((path) => ({ path, message }));
  }
  if ((emails ?? invites ?? []).length === 0) {
    return [{ path: invites ? "invites" : "user_emails", message: "Name at least one address." }];
  }
  return contradictions(allOf(body));
}

/** Addresses that stand there twice, to be invited to something else each time. */
function contradictions(all: readonly Wanted[]): Problem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ path, email, role, groupIds }) => {
    const what = JSON.stringify([role, groupIds.toSorted()]);
    const before = first.get(email);
    if (before === undefined) first.set(email, what);
    if (before === undefined || before === what) return [];
    return [{ path, message: `${email} stands here twice, with another role or other groups.` }];
  });
}

function allOf({ user_emails: emails = [], invites = [], ...common }: Body): Wanted[] {
  const { platform_role_id: role = "service-user", user_group_ids: groupIds = [] } = common;
  const shared = { role, groupIds, groupsPath: "user_group_ids" };
  return [
    ...emails.map((email, index) => ({ path: `user_emails.${String(index)}`, email, ...shared })),
    ...invites.map(({ email, platform_role_id: own, user_group_ids: groups }, index) => {
      const path = `invites.${String(index)}`;
      return {
        ...shared,
        path: `${path}.email`,
        email,
        ...(own && { role: own }),
        ...(groups && { groupIds: groups, groupsPath: `${path}.user_group_ids` }),
      };
    }),
  ];
}
