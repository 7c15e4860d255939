// Who may call: those that rules speak of, and those that no endpoint knows.
import { database } from "@/lib/db/client";
import { ADMIN_GROUP, networkGroup } from "@/lib/group/built-in";
import {
  anAccessToken,
  anActor,
  aNetwork,
  anonymous,
  aSession,
  aUser,
  bearer,
  masterKey,
  type Caller,
  type TestActor,
} from "@/lib/testing/factories";
import type { Target } from "./targets";

export const users = [
  "super-admin",
  "admin",
  "auditor",
  "platform-user",
  "service-user",
  // Of all networks, of the one that the call is about, of another one.
  "network-admin",
  "admin-of-it",
  "admin-of-another",
] as const;
export const known = [...users, "master-key"] as const;
export type Who = (typeof known)[number];

export type Actor = Caller & Partial<TestActor>;

interface ActorOptions {
  /** Whether actions that need a recent identity check pass. */
  hasSudo: boolean;
}

/** @param target what the call is about; null where that is the actor, or not yet there */
type ActorMaker = (options: ActorOptions, target: Target | null) => Promise<Actor>;

const makers: Record<Who, ActorMaker> = {
  "super-admin": (options) => anActor("super-admin", options),
  admin: (options) => anActor("admin", options),
  auditor: (options) => anActor("auditor", options),
  "platform-user": (options) => anActor("platform-user", options),
  "service-user": (options) => anActor("service-user", options),
  "network-admin": (options) => anActor("platform-user", { ...options, groups: [ADMIN_GROUP] }),
  "admin-of-it": async (options, target) => adminOf(options, await target?.netid()),
  "admin-of-another": (options) => adminOf(options),
  "master-key": () => Promise.resolve(masterKey),
};

/** Of a network that does not exist nobody is: they administer another one then. */
async function adminOf(options: ActorOptions, netid = ""): Promise<Actor> {
  const existing = await database().prisma.network.findUnique({
    where: { id: netid },
    select: { id: true },
  });
  const administered = existing?.id ?? (await aNetwork());
  return anActor("platform-user", { ...options, groups: [networkGroup(administered, "admin").id] });
}

export function makeActor(
  who: Who,
  options: ActorOptions,
  target: Target | null = null,
): Promise<Actor> {
  return makers[who](options, target);
}

const hourAgo = new Date(Date.now() - 3_600_000);

/** Those who do not prove who they are, each with what is wrong with the credential. */
export const strangers: Record<string, () => Promise<Caller>> = {
  anonymous: () => Promise.resolve(anonymous),
  nonsense: () => Promise.resolve(bearer("nonsense")),
  "disabled user": () => anActor("admin", { isDisabled: true }),
  "disabled user's API token": async () =>
    anAccessToken(await aUser({ role: "admin", isDisabled: true })),
  "expired session": async () => aSession(await aUser({ role: "admin" }), { expiresAt: hourAgo }),
  "expired API token": async () =>
    anAccessToken(await aUser({ role: "admin" }), { expiresAt: hourAgo }),
  "deleted user": async () => {
    const actor = await anActor("admin");
    await database().prisma.user.delete({ where: { id: actor.id } });
    return actor;
  },
};
