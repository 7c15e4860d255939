// What a call is about: one maker for each kind that rules speak of.
import { networkGroup, USER_GROUP } from "@/lib/group/built-in";
import {
  anAccessToken,
  anActor,
  aClientConfig,
  aGateway,
  aGroup,
  anAttachment,
  anInvite,
  aPendingUser,
  aNetwork,
  aRole,
  aSession,
  aUser,
  uniqueName,
  uniqueNetid,
  type TestInvite,
  type TestUser,
} from "@/lib/testing/factories";
import type { Actor } from "./actors";

/** What an input may name. A kind that lacks one of these names what nobody has. */
export interface Target {
  username: string;
  /** Of a session of the user; made when it is first asked for. */
  sessionId: () => Promise<string>;
  /** Of an API token of the user; made when it is first asked for. */
  tokenId: () => Promise<string>;
  /** Of a group; made when it is first asked for. */
  groupId: () => Promise<string>;
  /** Of a role; made when it is first asked for. */
  roleId: () => Promise<string>;
  /** Of a network; made when it is first asked for, except where the call is about one. */
  netid: () => Promise<string>;
  /** Of a gateway on that network; made when it is first asked for. */
  gatewayId: () => Promise<string>;
  /** Of a gateway on that network that the user has; made when it is first asked for. */
  heldGatewayId: () => Promise<string>;
  /** Of a client config of the user on that network; made when it is first asked for. */
  configId: () => Promise<string>;
  invite: () => Promise<TestInvite>;
}

const NO_ID = "0190f5a0-0000-7000-8000-000000000000";

function nobody(): Target {
  return {
    username: uniqueName("nobody"),
    sessionId: () => Promise.resolve(NO_ID),
    tokenId: () => Promise.resolve(NO_ID),
    groupId: () => Promise.resolve(NO_ID),
    roleId: () => Promise.resolve(NO_ID),
    netid: once(aNetwork),
    gatewayId: () => Promise.resolve(NO_ID),
    heldGatewayId: () => Promise.resolve(NO_ID),
    configId: () => Promise.resolve(NO_ID),
    invite: () => Promise.resolve({ email: `${uniqueName("nobody")}@example.com`, code: NO_ID }),
  };
}

function targetUser(user: TestUser): Target {
  return {
    ...ownerOfConfigs(user),
    username: user.username,
    sessionId: once(async () => (await aSession(user)).sessionId),
    tokenId: once(async () => (await anAccessToken(user)).tokenId),
  };
}

/** @param user null for nobody, who has client configs too */
function ownerOfConfigs(user: TestUser | null): Target {
  const target = nobody();
  const gateway = once(async () => aReadyGateway(await target.netid()));
  return {
    ...target,
    username: user?.username ?? "",
    heldGatewayId: once(async () => {
      const id = await gateway();
      if (user) await anAttachment(user, id);
      return id;
    }),
    configId: once(async () => aClientConfig(await gateway(), user ? { owner: user } : {})),
  };
}

/** A gateway that devices can reach. */
function aReadyGateway(netid: string): Promise<string> {
  return aGateway(netid, {
    gw_peer_public_key: "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=",
    allowed_endpoints: ["gw.example.com"],
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Made before the caller; "self" is made of the caller. */
const makers = {
  nothing: () => Promise.resolve(nobody()),
  nobody: () => Promise.resolve(nobody()),
  "a user": async () => targetUser(await aUser()),
  "a disabled user": async () => targetUser(await aUser({ isDisabled: true })),
  "an admin": async () => targetUser(await anActor("admin")),
  "the super admin": async () => targetUser(await anActor("super-admin")),
  "a group": () => Promise.resolve({ ...nobody(), groupId: once(aGroup) }),
  "a default group": () =>
    Promise.resolve({ ...nobody(), groupId: () => Promise.resolve(USER_GROUP) }),
  "the user group of a network": async () => {
    const netid = await aNetwork();
    return {
      ...targetUser(await aUser({ role: "service-user" })),
      groupId: () => Promise.resolve(networkGroup(netid, "user").id),
      netid: () => Promise.resolve(netid),
    };
  },
  "a role": () => Promise.resolve({ ...nobody(), roleId: once(aRole) }),
  "a default role": () =>
    Promise.resolve({ ...nobody(), roleId: () => Promise.resolve("global-network-user") }),
  "a platform role": () =>
    Promise.resolve({ ...nobody(), roleId: () => Promise.resolve("auditor") }),
  "a network": async () => {
    const netid = await aNetwork();
    return { ...nobody(), netid: () => Promise.resolve(netid) };
  },
  "a gateway": async () => ({ ...nobody(), ...(await withGateway()) }),
  "a user and a gateway": async () => ({ ...targetUser(await aUser()), ...(await withGateway()) }),
  "a service user and a gateway": async () => ({
    ...targetUser(await aUser({ role: "service-user" })),
    ...(await withGateway()),
  }),
  "an attached user": async () => {
    const user = await aUser({ role: "service-user" });
    const gateway = await withGateway();
    await anAttachment(user, await gateway.gatewayId());
    return { ...targetUser(user), ...gateway };
  },
  "another's client config": async () => targetUser(await aUser()),
  "a service user's client config": async () => targetUser(await aUser({ role: "service-user" })),
  "nobody's client config": () => Promise.resolve(ownerOfConfigs(null)),
  "no client config": () => Promise.resolve(nobody()),
  "an invite": () => Promise.resolve({ ...nobody(), invite: once(anInvite) }),
  "a pending user": async () => ({
    ...nobody(),
    username: (await aPendingUser()).username,
  }),
  "no invite": () => Promise.resolve(nobody()),
  "no gateway": () => Promise.resolve(nobody()),
  "no network": () => Promise.resolve({ ...nobody(), netid: () => Promise.resolve(uniqueNetid()) }),
} satisfies Record<string, () => Promise<Target>>;

async function withGateway(): Promise<Pick<Target, "netid" | "gatewayId">> {
  const netid = await aNetwork();
  return { netid: () => Promise.resolve(netid), gatewayId: once(() => aGateway(netid)) };
}

export type About = keyof typeof makers | "self";

export function makeTarget(about: Exclude<About, "self">): Promise<Target> {
  return makers[about]();
}

export function selfOf({ id, username, sessionId }: Actor): Target {
  if (id === undefined || username === undefined || sessionId === undefined) return nobody();
  return { ...targetUser({ id, username }), sessionId: () => Promise.resolve(sessionId) };
}
