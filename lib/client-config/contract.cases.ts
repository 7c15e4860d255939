// Client configs, as section 6 of the specification has them, and who sees them, as section 4 does.
import {
  anyUser,
  everyone,
  networkAdmins,
  readers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import { uniqueName } from "@/lib/testing/factories";
import type { clientConfigContract } from "./contract";

const ANOTHERS = "another's client config";
const SERVICE_USERS = "a service user's client config";
const NOBODYS = "nobody's client config";

const inPath = async ({ configId }: Target) => ({ params: { id: await configId() } });

/** Whoever administers the network that it is in. */
const itsAdmins = ["network-admin", "admin-of-it"] as const;
const strangers = ["platform-user", "service-user", "admin-of-another"] as const;
const own: Rule = { about: "self", may: anyUser };
const none: Rule = { about: "no client config", may: [], others: unknownFor(everyone) };

const seeing: [Rule, ...Rule[]] = [
  own,
  ...([ANOTHERS, SERVICE_USERS, NOBODYS] as const).map((about) => ({
    about,
    may: [...readers, ...itsAdmins],
    others: unknownFor(strangers),
  })),
  none,
];

const changing: [Rule, ...Rule[]] = [
  own,
  { about: ANOTHERS, may: staff, others: unknownFor(strangers) },
  { about: SERVICE_USERS, may: [...staff, ...itsAdmins], others: unknownFor(strangers) },
  { about: NOBODYS, may: [...staff, ...itsAdmins], others: unknownFor(strangers) },
  none,
];

/** What lies outside of their networks is a reference to nothing. */
const outside = { "admin-of-another": 400 } as const;

const creating: [Rule, ...Rule[]] = [
  own,
  { about: ANOTHERS, may: staff, others: unknownFor(networkAdmins) },
  { about: SERVICE_USERS, may: [...staff, ...itsAdmins], others: outside },
  { about: NOBODYS, may: [...staff, ...itsAdmins], others: outside },
  { about: "nobody", may: [], others: unknownFor([...staff, ...networkAdmins]) },
];

const texts = [
  "clientid",
  "network",
  "ingressgatewayid",
  "ownerid",
  "publickey",
  "dns",
  "address",
  "address6",
  "remote_access_client_id",
  "device_id",
  "device_name",
  "os",
] as const;

export const clientConfigCases: Cases<typeof clientConfigContract> = {
  list: { rules: whoever(everyone), repeatable: ["network", "gateway", "owner"] },
  page: { rules: whoever(everyone), repeatable: ["network", "gateway", "owner"] },
  get: { rules: seeing, about: ANOTHERS, input: inPath },
  file: { rules: seeing, about: ANOTHERS, input: inPath },
  create: {
    rules: creating,
    about: ANOTHERS,
    input: async ({ username, netid, heldGatewayId }) => ({
      body: {
        clientid: uniqueName("config"),
        ownerid: username,
        network: await netid(),
        ingressgatewayid: await heldGatewayId(),
      },
    }),
    body: { text: texts, required: ["ingressgatewayid", "network"] },
  },
  update: {
    rules: changing,
    about: ANOTHERS,
    input: async ({ configId }) => ({
      params: { id: await configId() },
      body: { device_name: uniqueName("device") },
    }),
    body: { text: texts },
  },
  remove: { rules: changing, about: ANOTHERS, input: inPath },
  bulkDelete: {
    rules: [{ about: ANOTHERS, may: everyone }],
    about: ANOTHERS,
    input: async ({ configId }) => ({ body: { ids: [await configId()] } }),
    body: { text: ["ids.0"], required: ["ids"] },
    maxBodyMiB: 4,
    flags: ["dry_run"],
  },
  bulkStatus: {
    rules: [{ about: ANOTHERS, may: everyone }],
    about: ANOTHERS,
    input: async ({ configId }) => ({ body: { ids: [await configId()], disable: true } }),
    body: { text: ["ids.0"], required: ["disable", "ids"] },
    maxBodyMiB: 4,
    flags: ["dry_run"],
  },
};
