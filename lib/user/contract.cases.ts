// Rules 2 to 7, 14 to 16 and 22 of the specification, and those of bulk changes.
import { database } from "@/lib/db/client";
import { PASSWORD, uniqueName } from "@/lib/testing/factories";
import {
  anyUser,
  changingUsers,
  inPath,
  inQuery,
  networkAdmins,
  owners,
  readers,
  readingUsers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { userContract } from "./contract";

async function withoutSuperAdmin() {
  await database().prisma.user.updateMany({
    where: { platformRoleId: "super-admin" },
    data: { platformRoleId: "admin" },
  });
}

const inNetwork: [Rule, ...Rule[]] = [
  {
    about: "a network",
    may: [...readers, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  { about: "no network", may: [], others: unknownFor([...readers, ...networkAdmins]) },
];
const ofGateway: [Rule, ...Rule[]] = [
  {
    about: "a gateway",
    may: [...readers, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  { about: "no gateway", may: [], others: unknownFor([...readers, ...networkAdmins]) },
];
const networkInQuery = async ({ netid }: Target) => ({ query: { network: await netid() } });
const networkIdInQuery = async ({ netid }: Target) => ({ query: { network_id: await netid() } });

export const userCases: Cases<typeof userContract> = {
  list: { rules: whoever(readers) },
  page: {
    rules: whoever(readers),
    repeatable: ["role", "account_status", "mfa_status", "auth_type", "group", "network"],
  },
  get: { rules: readingUsers, input: inPath },
  detail: { rules: readingUsers, input: inQuery },
  create: {
    rules: [{ about: "nobody", may: staff }],
    about: "nobody",
    input: ({ username }) => ({
      params: { username },
      body: { password: PASSWORD, platform_role_id: "service-user" },
    }),
    body: {
      text: [
        "username",
        "password",
        "display_name",
        "platform_role_id",
        "external_identity_provider_id",
      ],
      required: ["password"],
    },
  },
  update: {
    rules: [
      { about: "self", may: anyUser },
      { about: "a user", may: staff },
      { about: "an admin", may: owners },
      { about: "the super admin", may: [] },
      { about: "nobody", may: [], others: unknownFor(staff) },
    ],
    input: ({ username }) => ({ params: { username }, body: { display_name: "Changed" } }),
    body: { text: ["username", "password", "display_name", "platform_role_id"] },
  },
  remove: { rules: changingUsers, input: inPath, flags: ["force_delete_configs"] },
  disable: {
    rules: changingUsers,
    input: inPath,
    flags: ["force_disable_configs", "force_toggle_configs"],
  },
  enable: {
    rules: changingUsers,
    about: "a disabled user",
    input: inPath,
    flags: ["force_enable_configs", "force_toggle_configs"],
  },
  bulkDelete: {
    rules: [{ about: "a user", may: staff }],
    input: ({ username }) => ({ body: { ids: [username] } }),
    body: { text: ["ids.0"], required: ["ids"] },
    maxBodyMiB: 4,
    flags: ["force_delete_configs", "dry_run"],
  },
  bulkStatus: {
    rules: [{ about: "a user", may: staff }],
    input: ({ username }) => ({ body: { ids: [username], disable: true } }),
    also: [
      {
        about: "a disabled user",
        input: ({ username }) => ({ body: { ids: [username], disable: false } }),
      },
    ],
    body: { text: ["ids.0"], required: ["disable", "ids"] },
    maxBodyMiB: 4,
    flags: ["force_disable_configs", "force_enable_configs", "force_toggle_configs", "dry_run"],
  },
  resolve: {
    rules: whoever([...readers, ...networkAdmins]),
    input: ({ username }) => ({ body: { names: [username] } }),
    body: { text: ["names.0"], required: ["names"] },
    maxBodyMiB: 4,
  },
  ofNetwork: { rules: inNetwork, about: "a network", input: networkInQuery },
  pageOfNetwork: {
    rules: inNetwork,
    about: "a network",
    input: networkInQuery,
    repeatable: ["role"],
  },
  unassigned: { rules: inNetwork, about: "a network", input: networkIdInQuery },
  pageUnassigned: { rules: inNetwork, about: "a network", input: networkIdInQuery },
  ofGateway: {
    rules: ofGateway,
    about: "a gateway",
    input: async ({ gatewayId }) => ({ params: { ingress_id: await gatewayId() } }),
  },
  pageOfGateway: {
    rules: ofGateway,
    about: "a gateway",
    input: async ({ gatewayId }) => ({ params: { id: await gatewayId() } }),
    repeatable: ["kind"],
  },
  addresses: { rules: whoever(readers) },
  createSuperAdmin: {
    open: 409,
    about: "nobody",
    prepare: withoutSuperAdmin,
    input: () => ({
      headers: { "X-Setup-Token": "test-setup-token" },
      body: { username: uniqueName(), password: PASSWORD },
    }),
    body: {
      text: ["username", "password", "display_name"],
      required: ["password", "username"],
    },
  },
  hasSuperAdmin: { open: 200 },
  hasAdmin: { open: 200 },
  transferSuperAdmin: {
    rules: [
      { about: "an admin", may: ["super-admin"] },
      { about: "a user", may: [], others: { "super-admin": 409 } },
      { about: "nobody", may: [], others: { "super-admin": 404 } },
    ],
    sudo: true,
    about: "an admin",
    input: inPath,
  },
};
