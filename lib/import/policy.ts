/** What an import may do with each row, and what is wrong with it. */
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { lowerCase } from "@/lib/fold";
import { inviteAddress } from "@/lib/invite/address";
import type { InviteRole, Wanted } from "@/lib/invite/wanted";
import { noSuch } from "@/lib/no-such";
import { isAdministrator, type Actor, type PlatformRole, type Verdict } from "@/lib/permissions";
import {
  canChangeUser,
  canGiveRole,
  canUpdateUser,
  groupsAfter,
  membershipChange,
  stateAllowsUpdate,
} from "@/lib/user/policy";
import type { User, UserUpdate } from "@/lib/user/schema";
import { newUsername } from "@/lib/user/username";
import type { RowError } from "./schema";
import type { ImportMode } from "./values";

/** What can be read of a row. */
export interface ReadRow {
  row: number;
  /** Empty where it cannot be read. */
  username: string;
  display_name?: string;
  platform_role_id?: PlatformRole;
  user_group_ids?: string[];
  password?: string;
  /** What of it cannot be read. */
  errors: RowError[];
}

interface KnownUser {
  id: string;
  entity: User;
}

export interface KnownGroup {
  id: string;
  /** In lower case. */
  nameLower: string;
  name: string;
  externalId: string;
}

interface Known {
  actor: Actor;
  mode: ImportMode;
  users: readonly KnownUser[];
  groups: readonly KnownGroup[];
}

export interface Creation {
  row: number;
  username: string;
  displayName: string;
  role: PlatformRole;
  groupIds: string[];
  /** Undefined where one is to be made. */
  password: string | undefined;
}

export interface Update {
  row: number;
  before: KnownUser;
  displayName?: string;
  role?: PlatformRole;
  groupIds: string[];
  membership: { added: string[]; removed: string[] };
}

export interface Plan {
  errors: RowError[];
  creations: Creation[];
  updates: Update[];
  unchanged: { row: number; username: string }[];
  invites: (Wanted & { row: number })[];
}

export function planOf(rows: readonly ReadRow[], known: Known): Plan {
  const plan: Plan = { errors: [], creations: [], updates: [], unchanged: [], invites: [] };
  const users = new Map(known.users.map((user) => [user.entity.username, user]));
  const groups = groupFinder(known.groups);
  const seen = new Set<string>();
  for (const row of rows) {
    // Of a password that is not needed nobody says what is wrong with it.
    const isNew = !users.has(row.username) && known.mode === "create";
    const errors = row.errors.filter(({ path }) => path !== "password" || isNew);
    const refuse = (path: string, message: string) => {
      errors.push({ row: row.row, path, message });
    };
    if (row.username !== "" && seen.has(row.username))
      refuse("username", `${row.username} stands here twice.`);
    seen.add(row.username);
    const groupIds = row.user_group_ids && idsOf(row.user_group_ids, groups, refuse);
    const context = { ...known, groups, refuse, groupIds };
    const user = users.get(row.username);
    const step =
      row.username === ""
        ? nothing
        : user
          ? updateOf(row, user, context)
          : known.mode === "create"
            ? creationOf(row, context)
            : inviteOf(row, context);
    if (errors.length > 0) plan.errors.push(...errors);
    else step(plan);
  }
  return plan;
}

function nothing(): void {
  // Nobody is named.
}

type Refuse = (path: string, message: string) => void;
type Groups = ReturnType<typeof groupFinder>;
/** Adds a row that nothing is wrong with. */
type Step = (plan: Plan) => void;

interface RowContext {
  actor: Actor;
  groups: Groups;
  refuse: Refuse;
  /** By their ids; undefined where the row says nothing of them. */
  groupIds: string[] | undefined;
}

function groupFinder(all: readonly KnownGroup[]) {
  const byId = new Map(all.map((group) => [group.id, group]));
  const byName = new Map(all.map((group) => [group.nameLower, group]));
  return {
    byId: (id: string) => byId.get(id),
    /** An id goes before a name. */
    named: (text: string) => byId.get(text) ?? byName.get(lowerCase(text.trim())),
  };
}

function idsOf(given: readonly string[], groups: Groups, refuse: Refuse): string[] {
  const ids = given.flatMap((text) => {
    const group = groups.named(text);
    if (!group) refuse(`user_group_ids.${text}`, noSuch("group", text));
    return group ? [group.id] : [];
  });
  return [...new Set(ids)];
}

function check(verdict: Verdict, path: string, refuse: Refuse): void {
  if (!verdict.allowed) refuse(verdict.path ?? path, verdict.reason);
}

function checkGroups(ids: readonly string[], { groups, refuse }: RowContext): void {
  for (const id of ids) {
    const group = groups.byId(id);
    if (group === undefined || group.externalId === "") continue;
    refuse(
      `user_group_ids.${id}`,
      `The members of "${group.name}" come from the identity provider and cannot be changed here.`,
    );
  }
}

function updateOf(
  { row, display_name: name, platform_role_id: role }: ReadRow,
  before: KnownUser,
  context: RowContext,
): Step {
  const { actor, refuse, groupIds: given } = context;
  const { entity } = before;
  const input: UserUpdate = {
    ...(name !== undefined && { display_name: name }),
    ...(role !== undefined && { platform_role_id: role }),
    ...(given && { user_group_ids: given }),
  };
  const groupIds = groupsAfter(entity, input);
  const membership = membershipChange(entity, groupIds);
  const changes = {
    ...(name !== undefined && name !== entity.display_name && { displayName: name }),
    ...(role !== undefined && role !== entity.platform_role_id && { role }),
  };
  const isChange =
    Object.keys(changes).length + membership.added.length + membership.removed.length > 0;
  // A row that says what is so already asks for nothing: whoever exported a list may import it as it is.
  if (isChange) {
    const path = canChangeUser(actor, entity).allowed ? changedKey(entity, input) : "username";
    check(canUpdateUser(actor, entity, input), path, refuse);
    check(stateAllowsUpdate(actor, entity, input), "username", refuse);
    checkGroups([...membership.added, ...membership.removed], context);
  }
  return (plan) => {
    if (isChange) plan.updates.push({ row, before, groupIds, membership, ...changes });
    else plan.unchanged.push({ row, username: entity.username });
  };
}

/** What stands in the way where the user may be changed as such. */
function changedKey({ platform_role_id: role }: User, input: UserUpdate): string {
  const isNewRole = input.platform_role_id !== undefined && input.platform_role_id !== role;
  return isNewRole ? "platform_role_id" : "user_group_ids";
}

function creationOf(
  {
    row,
    username,
    display_name: displayName = "",
    platform_role_id: role = "service-user",
    password,
  }: ReadRow,
  context: RowContext,
): Step {
  const { actor, refuse, groupIds: given = [] } = context;
  checkName(newUsername.safeParse(username), refuse);
  check(canGiveRole(actor, role), "platform_role_id", refuse);
  const groupIds = isAdministrator(role) ? [...new Set([...given, ADMIN_GROUP])] : given;
  checkGroups(groupIds, context);
  return ({ creations }) => {
    creations.push({ row, username, displayName, role, groupIds, password });
  };
}

function inviteOf(
  { row, username, platform_role_id: role = "service-user" }: ReadRow,
  context: RowContext,
): Step {
  const { actor, refuse, groupIds = [] } = context;
  checkName(inviteAddress.safeParse(username), refuse);
  check(canGiveRole(actor, role), "platform_role_id", refuse);
  checkGroups(groupIds, context);
  return ({ invites }) => {
    if (!isInviteRole(role)) return;
    const path = `rows.${String(row)}`;
    invites.push({
      row,
      email: username,
      role,
      groupIds,
      path: `${path}.username`,
      groupsPath: `${path}.user_group_ids`,
    });
  };
}

function isInviteRole(role: PlatformRole): role is InviteRole {
  return role !== "super-admin";
}

function checkName(
  { error }: { error?: { issues: readonly { message: string }[] } | undefined },
  refuse: Refuse,
): void {
  const [issue] = error?.issues ?? [];
  if (issue) refuse("username", issue.message);
}
