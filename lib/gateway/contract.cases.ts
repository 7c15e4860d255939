// Gateways, as section 6 of the specification has them, and who sees them, as section 4 does.
import {
  everyone,
  inPath as userInPath,
  networkAdmins,
  nonAdmins,
  readers,
  readingUsers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import { uniqueName } from "@/lib/testing/factories";
import type { gatewayContract } from "./contract";

const inPath = async ({ gatewayId }: Target) => ({ params: { id: await gatewayId() } });

const changing: [Rule, ...Rule[]] = [
  { about: "a gateway", may: staff },
  { about: "no gateway", may: [], others: unknownFor(staff) },
];

const attaching: [Rule, ...Rule[]] = [
  {
    about: "a service user and a gateway",
    may: [...staff, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  {
    about: "a user and a gateway",
    may: staff,
    others: unknownFor(networkAdmins),
  },
  {
    about: "no gateway",
    may: [],
    others: unknownFor([...staff, ...networkAdmins]),
  },
];
const byName = async ({ username, gatewayId }: Target) => ({
  params: { username, remote_access_gateway_id: await gatewayId() },
});
const ofMany = async ({ username, gatewayId }: Target) => ({
  params: { id: await gatewayId() },
  body: { ids: [username] },
});
const bulk: [Rule, ...Rule[]] = [
  {
    about: "an attached user",
    may: [...staff, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  { about: "no gateway", may: [], others: unknownFor([...staff, ...networkAdmins]) },
];

const texts = [
  "gw_name",
  "network",
  "gw_peer_public_key",
  "dns_address",
  "status",
  "allowed_endpoints.0",
  "addresses.0",
  "match_domains.0",
  "search_domains.0",
] as const;

export const gatewayCases: Cases<typeof gatewayContract> = {
  list: { rules: whoever(everyone), repeatable: ["network"] },
  page: { rules: whoever(everyone), repeatable: ["id", "network", "status"] },
  get: {
    rules: [
      {
        about: "a gateway",
        may: [...readers, "network-admin", "admin-of-it"],
        others: unknownFor(nonAdmins.filter((who) => who !== "auditor")),
      },
      { about: "no gateway", may: [], others: unknownFor(everyone) },
    ],
    about: "a gateway",
    input: inPath,
  },
  create: {
    rules: whoever(staff),
    input: async ({ netid }) => ({
      body: { gw_name: uniqueName("gateway"), network: await netid() },
    }),
    body: { text: texts, numbers: ["gw_listen_port"], required: ["gw_name", "network"] },
  },
  update: {
    rules: changing,
    about: "a gateway",
    input: async ({ gatewayId }) => ({
      params: { id: await gatewayId() },
      body: { gw_name: uniqueName("gateway") },
    }),
    body: { text: texts, numbers: ["gw_listen_port"] },
  },
  remove: { rules: changing, about: "a gateway", input: inPath },
  ofUser: { rules: readingUsers, input: userInPath, flags: ["from_mobile"] },
  attach: { rules: attaching, about: "a service user and a gateway", input: byName },
  detach: {
    rules: [
      {
        about: "an attached user",
        may: [...staff, "network-admin", "admin-of-it"],
        others: { "admin-of-another": 404 },
      },
      {
        about: "a service user and a gateway",
        may: [],
        others: unknownFor([...staff, ...networkAdmins]),
      },
      { about: "no gateway", may: [], others: unknownFor([...staff, ...networkAdmins]) },
    ],
    about: "an attached user",
    input: byName,
  },
  attachMany: {
    rules: bulk,
    about: "a service user and a gateway",
    input: ofMany,
    body: { text: ["ids.0"], required: ["ids"] },
    flags: ["dry_run"],
    maxBodyMiB: 4,
  },
  detachMany: {
    rules: bulk,
    about: "an attached user",
    input: ofMany,
    body: { text: ["ids.0"], required: ["ids"] },
    flags: ["dry_run"],
    maxBodyMiB: 4,
  },
  wireguard: {
    rules: [
      {
        about: "a gateway",
        may: [...staff, "network-admin", "admin-of-it"],
        others: { "admin-of-another": 404 },
      },
      { about: "no gateway", may: [], others: unknownFor([...staff, ...networkAdmins]) },
    ],
    about: "a gateway",
    input: inPath,
  },
};
