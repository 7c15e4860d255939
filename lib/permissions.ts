/** Who may do what, as data: the server refuses and the pages explain by the same table. */
import { AppError, type ErrorCode } from "./errors";

export const platformRoles = [
  "super-admin",
  "admin",
  "auditor",
  "platform-user",
  "service-user",
] as const;
export type PlatformRole = (typeof platformRoles)[number];

export const platformRoleNames: Record<PlatformRole, string> = {
  "super-admin": "Super admin",
  admin: "Admin",
  auditor: "Auditor",
  "platform-user": "Platform user",
  "service-user": "Service user",
};

export const MASTER_KEY_USERNAME = "masteradministrator";

export type Credential =
  | {
      kind: "session";
      id: string;
      sessionKind: "api" | "browser";
      /** When the user last proved who they are; milliseconds since the epoch. */
      identityConfirmedAt: number;
    }
  | { kind: "access-token"; id: string; expiresAt: number };

export interface UserActor {
  kind: "user";
  id: string;
  username: string;
  role: PlatformRole;
  credential: Credential;
}

/** "server" is who runs a command on the server's own machine. */
export type Actor = UserActor | { kind: "master-key" } | { kind: "server" } | { kind: "anonymous" };

export interface Grant {
  /** Completes "Only … can …". */
  label: string;
  roles: readonly PlatformRole[];
  masterKey: boolean;
  /** Also for the user that the call is about, whatever the role. */
  self?: boolean;
  /** Needs a session whose identity was confirmed lately. */
  sudo?: boolean;
  /** Also for the commands of the server's own machine. */
  server?: boolean;
}

const administrators = ["super-admin", "admin"] as const;
const readers = [...administrators, "auditor"] as const;

export const permissions = {
  "users:list": { label: "see all users", roles: readers, masterKey: true },
  "users:read": { label: "see this user", roles: readers, masterKey: true, self: true },
  "users:write": { label: "change users", roles: administrators, masterKey: true },
  "users:update": { label: "change this user", roles: administrators, masterKey: true, self: true },
  "identity:validate": { label: "confirm their identity", roles: [], masterKey: false, self: true },
  "super-admin:transfer": {
    label: "hand over the super admin role",
    roles: ["super-admin"],
    masterKey: false,
    sudo: true,
  },
  "super-admin:reset": {
    label: "reset the super admin's password",
    roles: [],
    masterKey: false,
    server: true,
  },
  "throttle:manage": {
    label: "see and lift the wait after failed sign-ins",
    roles: administrators,
    masterKey: true,
    server: true,
  },
  "sessions:manage": {
    label: "manage this user's sessions",
    roles: administrators,
    masterKey: true,
    self: true,
  },
  "sessions:end": { label: "end sessions", roles: platformRoles, masterKey: true },
  "tokens:list": { label: "see all API tokens", roles: readers, masterKey: true },
  "tokens:read": {
    label: "see this user's API tokens",
    roles: readers,
    masterKey: true,
    self: true,
  },
  "tokens:manage": {
    label: "create and revoke this user's API tokens",
    roles: administrators,
    masterKey: true,
    self: true,
  },
  "tokens:write": { label: "create and revoke API tokens", roles: platformRoles, masterKey: true },
  "server-settings:read": {
    label: "see the server settings",
    roles: readers,
    masterKey: true,
  },
  "server-settings:write": {
    label: "change the server settings",
    roles: administrators,
    masterKey: true,
  },
  "settings:manage": {
    label: "see and change their preferences",
    roles: [],
    masterKey: false,
    self: true,
  },
  "audit:read": { label: "read the audit log", roles: platformRoles, masterKey: true },
  "audit:read-all": { label: "read the whole audit log", roles: readers, masterKey: true },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof permissions;

/** What a policy answers: may this be done now, and if not, why not. */
export type Verdict = { allowed: true } | { allowed: false; code: ErrorCode; reason: string };

export const allowed: Verdict = { allowed: true };

export function refused(code: ErrorCode, reason: string): Verdict {
  return { allowed: false, code, reason };
}

/** @param target username of the user that the call is about, where it is about one. */
export function can(actor: Actor, permission: Permission, target?: string): boolean {
  const grant: Grant = permissions[permission];
  if (actor.kind === "anonymous") return false;
  if (actor.kind === "master-key") return grant.masterKey;
  if (actor.kind === "server") return grant.server === true;
  return grant.roles.includes(actor.role) || (grant.self === true && isSelf(actor, target));
}

export function isSelf(actor: Actor, username: string | undefined): boolean {
  return actor.kind === "user" && actor.username === username;
}

export function isAdministrator(role: string): boolean {
  return role === "super-admin" || role === "admin";
}

/** @throws AppError `unauthenticated` for nobody, `forbidden` for the wrong actor. */
export function authorize(actor: Actor, permission: Permission, target?: string): void {
  if (actor.kind === "anonymous") {
    throw new AppError("unauthenticated", "Sign in, or send a bearer token.");
  }
  if (!can(actor, permission, target)) throw new AppError("forbidden", whyNot(permission));
}

/** The sentence that goes with a refusal by {@link can}. */
export function whyNot(permission: Permission): string {
  const { label, roles, self, server }: Grant = permissions[permission];
  if (server === true && roles.length === 0) return `Only the server's machine can ${label}.`;
  if (self === true && roles.length === 0) return `Only the users themselves can ${label}.`;
  const names = roles.map((role) => `${platformRoleNames[role].toLowerCase()}s`);
  const list = new Intl.ListFormat("en").format(
    self === true ? ["the users themselves", ...names] : names,
  );
  return `Only ${list} can ${label}.`;
}

/** @throws AppError with the verdict's code and reason. */
export function enforce(verdict: Verdict): void {
  if (!verdict.allowed) throw new AppError(verdict.code, verdict.reason);
}

const SUDO_WINDOW_MS = 10 * 60_000;

/** @throws AppError `identity_check_required` unless this session's identity was confirmed in the last 10 minutes. */
export function requireRecentIdentity({ actor, now }: { actor: Actor; now: Date }): void {
  if (hasRecentIdentity(actor, now)) return;
  throw new AppError(
    "identity_check_required",
    "identity check required: confirm who you are, then try again.",
  );
}

function hasRecentIdentity(actor: Actor, now: Date): boolean {
  if (actor.kind !== "user" || actor.credential.kind !== "session") return false;
  return now.getTime() - actor.credential.identityConfirmedAt <= SUDO_WINDOW_MS;
}

/** The name under which an actor stands in the audit log. */
export function actorName(actor: Actor): string {
  if (actor.kind === "user") return actor.username;
  return actor.kind === "master-key" ? MASTER_KEY_USERNAME : "";
}
