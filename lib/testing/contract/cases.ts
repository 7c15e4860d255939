// What the generic tests must be told of an endpoint, beside its contract: who may call it, and a call that works.
import type { z } from "zod";
import type { Contract } from "@/lib/api/contract";
import type { CallInput } from "@/lib/testing/call-as";
import type { Caller } from "@/lib/testing/factories";
import { known, users, type Who } from "./actors";
import type { About, Target } from "./targets";

export interface Rule {
  about: About;
  /** Who gets 200. */
  may: readonly Who[];
  /** Who gets another answer than 403. */
  others?: Partial<Record<Who, number>>;
}

export interface Call {
  /** What is sent, about whatever a rule or `about` says. */
  input?: (target: Target) => CallInput | Promise<CallInput>;
  /** What the call that works is about. Default: a user */
  about?: About;
  /** Makes a world in which the call changes something. */
  prepare?: (target: Target) => Promise<unknown>;
}

interface BodyKeys<Key extends string> {
  text?: readonly (Key | `${Key}.${number}`)[];
  numbers?: readonly Key[];
  required?: readonly Key[];
}

/** What the machinery reads. {@link Cases} says which of it a contract's entry must have. */
export interface EndpointCase extends Call {
  /** From the specification, and not from lib/permissions. */
  rules?: readonly Rule[];
  /** It asks nobody who they are: what it answers in a world that has a super admin. */
  open?: number;
  /** It needs a recent identity check. */
  sudo?: boolean;
  /** Who makes the call that works, where that is no user and nobody. */
  caller?: (target: Target) => Promise<Caller>;
  /** More calls, for an entry that writes more than one verb. */
  also?: readonly Call[];
  /** It writes audit entries also for what is so already: the same ones, or those of these verbs. */
  writesAgain?: true | readonly string[];
  withoutDatabase?: true;
  /** Default: 1 */
  maxBodyMiB?: number;
  body?: BodyKeys<string>;
  repeatable?: readonly string[];
  flags?: readonly string[];
}

type ShapeKey<S> = S extends (...limits: never[]) => infer Made
  ? ShapeKey<Made>
  : S extends z.ZodObject<infer Shape>
    ? keyof Shape & string
    : string;

type WhoOf<C> = C extends { who: "anyone" }
  ? { open: number; rules?: never }
  : { rules: readonly [Rule, ...Rule[]]; open?: never };
type BodyOf<C> = C extends { body: infer S } ? { body: BodyKeys<ShapeKey<S>> } : { body?: never };
type QueryOf<C> = C extends { query: infer S }
  ? { repeatable?: readonly ShapeKey<S>[]; flags?: readonly ShapeKey<S>[] }
  : { repeatable?: never; flags?: never };

export type Cases<T extends Record<string, Contract>> = {
  [Name in keyof T]: EndpointCase & WhoOf<T[Name]> & BodyOf<T[Name]> & QueryOf<T[Name]>;
};

/** A case with the entry that it is of. */
export interface Endpoint extends EndpointCase {
  /** As `GET /api/users`. */
  name: string;
  contract: Contract;
}

export function endpointsOf<T extends Record<string, Contract>>(
  table: T,
  cases: Cases<T>,
): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (const key in table) {
    const contract: Contract | undefined = table[key];
    const own: EndpointCase = cases[key];
    if (contract) endpoints.push({ ...own, contract, name: `${contract.method} ${contract.path}` });
  }
  return endpoints;
}

export const staff = ["super-admin", "admin", "master-key"] as const;
export const readers = [...staff, "auditor"] as const;
export const owners = ["super-admin", "master-key"] as const;
export const anyUser = users;
export const everyone = known;
export const networkAdmins = ["network-admin", "admin-of-it", "admin-of-another"] as const;
export const nonAdmins = ["auditor", "platform-user", "service-user", ...networkAdmins] as const;

export function unknownFor(who: readonly Who[]): Rule["others"] {
  return Object.fromEntries(who.map((each) => [each, 404]));
}

export function whoever(may: readonly Who[]): [Rule] {
  return [{ about: "nothing", may }];
}

/** Reading what is a user's own. */
export const readingUsers: [Rule, ...Rule[]] = [
  { about: "self", may: anyUser },
  { about: "a user", may: readers },
  { about: "the super admin", may: readers },
  { about: "nobody", may: [], others: unknownFor(readers) },
];

/** Changing others, which nobody may do to themselves. */
export const changingUsers: [Rule, ...Rule[]] = [
  { about: "self", may: [] },
  { about: "a user", may: staff },
  { about: "an admin", may: owners },
  { about: "the super admin", may: [] },
  { about: "nobody", may: [], others: unknownFor(staff) },
];

/** Changing oneself, or others with rights over them. */
export const managingUsers: [Rule, ...Rule[]] = [
  { about: "self", may: anyUser },
  ...changingUsers.filter(({ about }) => about !== "self"),
];

/** Ending by an id what is a user's own: whoever may end only theirs learns of no other. */
export const endingOfUsers: [Rule, ...Rule[]] = [
  { about: "self", may: anyUser },
  { about: "a user", may: staff, others: unknownFor(nonAdmins) },
  { about: "an admin", may: owners, others: unknownFor(nonAdmins) },
  { about: "the super admin", may: [], others: unknownFor(nonAdmins) },
  { about: "nobody", may: [], others: unknownFor(known) },
];

export const onlyTheirOwn: [Rule, ...Rule[]] = [
  { about: "self", may: anyUser },
  { about: "a user", may: [] },
  { about: "an admin", may: [] },
  { about: "the super admin", may: [] },
  { about: "nobody", may: [] },
];

export const inPath = ({ username }: Target): CallInput => ({ params: { username } });
export const inQuery = ({ username }: Target): CallInput => ({ query: { username } });
