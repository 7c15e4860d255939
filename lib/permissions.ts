/** Who may do what, as data: the server refuses and the pages explain by the same table. */
import type { ErrorCode } from "./errors";
import { noSuch } from "./no-such";

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
      /** Good for little more than enrolling MFA. */
      mustEnrolMfa: boolean;
    }
  | { kind: "access-token"; id: string; expiresAt: number };

export interface UserActor {
  kind: "user";
  id: string;
  username: string;
  role: PlatformRole;
  credential: Credential;
  /** The networks that a platform user administers; for every other role, none. */
  administers: "all" | readonly string[];
}

/** Whoever proved a password and has yet to give the second factor. */
export interface PreAuthActor {
  kind: "pre-auth";
  id: string;
  username: string;
  /** What is stored of the token. */
  tokenHash: Uint8Array<ArrayBuffer>;
}

/** "server" runs a command or a job on the server's own machine. */
export type Actor =
  UserActor | PreAuthActor | { kind: "master-key" } | { kind: "server" } | { kind: "anonymous" };

/** What a call is about, as far as a right can hang on it. */
export interface About {
  /** The username that it names. */
  user?: string;
  network?: string;
  /** The username of whoever owns the row; empty when nobody does. */
  owner?: string;
  /** A row that is not loaded yet: it may turn out to be the actor's own, or to lie in one of their networks. */
  row?: true;
}

export interface Grant {
  /** Completes "Only … can …". */
  label: string;
  roles: readonly PlatformRole[];
  masterKey: boolean;
  /** Also for the user that the call is about, whatever the role. */
  self?: boolean;
  /** Also for whoever owns the row that the call is about. */
  owner?: boolean;
  /** Also for platform users who administer a network: the one that the call is about, where it is about one. */
  networkAdmin?: boolean;
  /** For the holder of a pre-auth token and nobody else. */
  preAuth?: boolean;
  /** Also with a session that has to enrol MFA first, about oneself. */
  beforeMfa?: boolean;
  /** Needs a session whose identity was confirmed lately. */
  sudo?: boolean;
  /** Also for the commands of the server's own machine. */
  server?: boolean;
}

const administrators = ["super-admin", "admin"] as const;
const readers = [...administrators, "auditor"] as const;

/** Grants of the usual kinds; what differs is said beside the label. */
const read = grantTo({ roles: readers, masterKey: true });
const write = grantTo({ roles: administrators, masterKey: true });
const own = grantTo({ roles: [], masterKey: false, self: true, beforeMfa: true });
const secondStep = grantTo({ roles: [], masterKey: false, preAuth: true });
const onServer = grantTo({ roles: [], masterKey: false, server: true });

function grantTo(usual: Omit<Grant, "label">) {
  return (label: string, special: Partial<Grant> = {}): Grant => ({ label, ...usual, ...special });
}

export const permissions = {
  "users:list": read("see all users"),
  "users:read": read("see this user", { self: true, beforeMfa: true }),
  "users:resolve": read("find users by their names", { networkAdmin: true }),
  "users:write": write("change users"),
  "users:update": write("change this user", { self: true }),
  "identity:validate": own("confirm their identity"),
  "identities:read": read("see this user's linked identities", { self: true }),
  "identities:manage": own("link and unlink their identities", { beforeMfa: false, sudo: true }),
  "mfa:read": read("see this user's MFA", { self: true, beforeMfa: true }),
  "mfa:begin": own("set up MFA"),
  "mfa:enrol": own("switch on MFA", { sudo: true }),
  "mfa:renew-codes": own("make new recovery codes", { beforeMfa: false, sudo: true }),
  "mfa:verify": secondStep("give the code"),
  "mfa:reset": write("reset the MFA of users"),
  "passkeys:read": own("see their passkeys", { beforeMfa: false }),
  "passkeys:rename": own("rename their passkeys", { beforeMfa: false }),
  "passkeys:manage": own("add and remove their passkeys", { beforeMfa: false, sudo: true }),
  "super-admin:transfer": write("hand over the super admin role", {
    roles: ["super-admin"],
    masterKey: false,
    sudo: true,
  }),
  "super-admin:reset": onServer("reset the super admin's password"),
  "throttle:manage": write("see and lift the wait after failed sign-ins", { server: true }),
  "sessions:manage": write("manage this user's sessions", { self: true, beforeMfa: true }),
  "tokens:list": read("see all API tokens"),
  "tokens:read": read("see this user's API tokens", { self: true }),
  "tokens:manage": write("create and revoke this user's API tokens", { self: true }),
  "networks:see": read("see networks", { roles: platformRoles }),
  "networks:see-all": read("see all networks"),
  "networks:write": write("change networks"),
  "gateways:see": read("see gateways", { roles: platformRoles }),
  "gateways:write": write("change gateways"),
  "client-configs:see": read("see client configs", { roles: platformRoles }),
  "client-configs:write": write("change this client config", { owner: true, networkAdmin: true }),
  "client-configs:write-all": write("change all client configs"),
  "attachments:manage": write("attach this user to a gateway", { networkAdmin: true }),
  "gateway-users:read": read("see who has this gateway", { networkAdmin: true }),
  "user-gateways:read": read("see the gateways of this user", { self: true }),
  "gateway-peers:read": write("get the peers of this gateway", { networkAdmin: true }),
  "groups:read": read("see groups"),
  "groups:write": write("change groups"),
  "members:manage": write("change who is in this group", { networkAdmin: true }),
  "access:preview": write("find out what a change would give or take"),
  "access:read": read("see what this user may reach", { self: true, networkAdmin: true }),
  "network-users:read": read("see who reaches this network", { networkAdmin: true }),
  "invites:read": read("see invites"),
  "invites:write": write("invite people"),
  "pending-users:read": read("see pending users"),
  "pending-users:write": write("let pending users in or turn them away"),
  "roles:read": read("see roles"),
  "roles:write": write("change roles"),
  "server-settings:read": read("see the server settings"),
  "server-settings:write": write("change the server settings"),
  "settings:manage": own("see and change their preferences"),
  "audit:read": read("read the audit log", { roles: platformRoles }),
  "audit:read-all": read("read the whole audit log"),
};

export type Permission = keyof typeof permissions;

/** What a policy answers: may this be done now, and if not, why not. */
export type Verdict =
  | { allowed: true }
  /** `path`: the key of the body that stands in the way, where it is one. */
  | { allowed: false; code: ErrorCode; reason: string; path?: string };

export const allowed: Verdict = { allowed: true };

export function refused(code: ErrorCode, reason: string, path?: string): Verdict {
  return { allowed: false, code, reason, ...(path !== undefined && { path }) };
}

/** What stands in the way of a control, in words; null when nothing does. */
export function reasonOf(verdict: Verdict): string | null {
  return verdict.allowed ? null : verdict.reason;
}

/** May the actor do this, as far as who they are decides it? */
export function permits(actor: Actor, permission: Permission, about: About = {}): Verdict {
  return verdictBy(permissions[permission], actor, about);
}

/** As {@link permits}, by a grant that need not stand in the table. */
export function verdictBy(grant: Grant, actor: Actor, about: About): Verdict {
  switch (actor.kind) {
    case "anonymous":
      return refused("unauthenticated", "Sign in, or send a bearer token.");
    case "pre-auth":
      return verdictOnPreAuth(grant, actor, about);
    case "master-key":
      return verdictOn(grant.masterKey, { code: "forbidden", reason: reasonBy(grant) });
    case "server":
      return verdictOn(grant.server === true, { code: "forbidden", reason: reasonBy(grant) });
    case "user":
      return verdictOnUser(grant, actor, about);
  }
}

/** Where it is no credential at all, it is refused as if it were none. */
function verdictOnPreAuth(grant: Grant, actor: PreAuthActor, { user }: About): Verdict {
  if (grant.preAuth !== true) {
    return refused("unauthenticated", "This token is good for the second step of signing in only.");
  }
  return verdictOn(isSelf(actor, user), {
    code: "forbidden",
    reason: "This token belongs to somebody else.",
  });
}

function verdictOn(isAllowed: boolean, refusal: { code: ErrorCode; reason: string }): Verdict {
  return isAllowed ? allowed : refused(refusal.code, refusal.reason);
}

function verdictOnUser(grant: Grant, actor: UserActor, about: About): Verdict {
  const isOwn = isAboutOwn(actor, grant, about);
  if (mustEnrolMfa(actor) && !(grant.beforeMfa === true && isOwn)) {
    return refused(
      "mfa_enrolment_required",
      "mfa enrolment required: this server asks everyone for MFA. Set it up on your account page.",
    );
  }
  if (grant.roles.includes(actor.role) || isOwn) return allowed;
  if (grant.networkAdmin === true && administersSome(actor)) {
    const { network } = about;
    if (network === undefined || administers(actor, network)) return allowed;
    // What lies outside of their networks does not exist for network admins.
    return refused("not_found", noSuch("network", network));
  }
  return refused("forbidden", reasonBy(grant));
}

function isAboutOwn(actor: UserActor, grant: Grant, { user, owner, row }: About): boolean {
  if (grant.self === true && (row === true || isSelf(actor, user))) return true;
  return grant.owner === true && (row === true || isSelf(actor, owner));
}

/** Whether a session is good for little more than enrolling MFA. */
export function mustEnrolMfa({ credential }: UserActor): boolean {
  return credential.kind === "session" && credential.mustEnrolMfa;
}

export function can(actor: Actor, permission: Permission, about?: About): boolean {
  return permits(actor, permission, about).allowed;
}

export function isSelf(actor: Actor, username: string | undefined): boolean {
  return (actor.kind === "user" || actor.kind === "pre-auth") && actor.username === username;
}

export function isAdministrator(role: string): boolean {
  return role === "super-admin" || role === "admin";
}

/** Whether a platform user administers this network; administrators need not, their role decides. */
export function administers(actor: Actor, network: string): boolean {
  if (actor.kind !== "user") return false;
  return actor.administers === "all" || actor.administers.includes(network);
}

/** The networks that an actor sees, with what is in them. Reaching a network is not seeing it. */
export function visibleNetworks(actor: Actor): "all" | readonly string[] {
  if (can(actor, "networks:see-all")) return "all";
  return actor.kind === "user" ? actor.administers : [];
}

export function seesNetwork(actor: Actor, network: string): boolean {
  const networks = visibleNetworks(actor);
  return networks === "all" || networks.includes(network);
}

function administersSome({ administers: networks }: UserActor): boolean {
  return networks === "all" || networks.length > 0;
}

/** Whoever sees all of them, or administers one. */
export function seesSomeNetwork(actor: Actor): boolean {
  const networks = visibleNetworks(actor);
  return networks === "all" || networks.length > 0;
}

/** The sentence that goes with a refusal by {@link permits}. */
export function whyNot(permission: Permission): string {
  return reasonBy(permissions[permission]);
}

function reasonBy(grant: Grant): string {
  const { label, roles, self, owner, networkAdmin, preAuth, server } = grant;
  if (server === true && roles.length === 0) return `Only the server's machine can ${label}.`;
  if (preAuth === true) return `Only the second step of signing in can ${label}.`;
  if (self === true && roles.length === 0) return `Only the users themselves can ${label}.`;
  const all = [
    ...(self === true ? ["the users themselves"] : []),
    ...(owner === true ? ["the owner"] : []),
    ...roles.map((role) => `${platformRoleNames[role].toLowerCase()}s`),
    ...(networkAdmin === true ? ["network admins"] : []),
  ];
  return `Only ${new Intl.ListFormat("en").format(all)} can ${label}.`;
}

/** The name under which an actor stands in the audit log. */
export function actorName(actor: Actor): string {
  if (actor.kind === "user" || actor.kind === "pre-auth") return actor.username;
  return actor.kind === "master-key" ? MASTER_KEY_USERNAME : "";
}
