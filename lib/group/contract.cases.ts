// Rules 26 to 31 and 40 of the specification, the page of groups, and who changes members.
import { database } from "@/lib/db/client";
import { aUser, uniqueName } from "@/lib/testing/factories";
import {
  networkAdmins,
  readers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { groupContract } from "./contract";
import { addMembers, noteMemberships } from "./repository";

const inQuery = async ({ groupId }: Target) => ({ query: { group_id: await groupId() } });
const inBody = async ({ groupId, username }: Target) => ({
  body: { group_id: await groupId(), ids: [username] },
});
const networkUser = async ({ username, netid }: Target) => ({
  query: { username, network_id: await netid() },
});
const asMember = async (target: Target) => {
  await join(target.username, await target.groupId());
};

const changing: [Rule, ...Rule[]] = [
  { about: "a group", may: staff },
  { about: "a default group", may: [] },
  { about: "nothing", may: [], others: unknownFor(staff) },
];

const moving: [Rule, ...Rule[]] = [
  {
    about: "the user group of a network",
    may: [...staff, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  { about: "a group", may: staff, others: unknownFor(networkAdmins) },
  { about: "a default group", may: staff },
  { about: "nothing", may: [], others: unknownFor([...staff, ...networkAdmins]) },
];

const movingByNetwork: [Rule, ...Rule[]] = [
  {
    about: "the user group of a network",
    may: [...staff, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  { about: "no network", may: [], others: unknownFor([...staff, ...networkAdmins]) },
];

const inNetwork: [Rule, ...Rule[]] = [
  {
    about: "a network",
    may: [...readers, "network-admin", "admin-of-it"],
    others: { "admin-of-another": 404 },
  },
  { about: "no network", may: [], others: unknownFor([...readers, ...networkAdmins]) },
];
const networkInQuery = async ({ netid }: Target) => ({ query: { network: await netid() } });

export const groupCases: Cases<typeof groupContract> = {
  list: { rules: whoever(readers) },
  page: { rules: whoever(readers), repeatable: ["network", "role", "id"] },
  get: {
    rules: [
      { about: "a group", may: readers },
      { about: "nothing", may: [], others: unknownFor(readers) },
    ],
    about: "a group",
    input: inQuery,
  },
  create: {
    rules: [{ about: "a user", may: staff }],
    input: ({ username }) => ({ body: { name: uniqueName("group"), members: [username] } }),
    body: {
      text: ["name", "external_identity_provider_id", "color_code", "members.0"],
      required: ["name"],
    },
    maxBodyMiB: 4,
  },
  update: {
    rules: changing,
    about: "a group",
    input: async ({ groupId }) => ({
      body: { id: await groupId(), meta_data: "Changed", members: [(await aUser()).username] },
    }),
    body: {
      text: ["id", "name", "external_identity_provider_id", "color_code"],
      required: ["id"],
    },
    maxBodyMiB: 4,
  },
  remove: { rules: changing, about: "a group", input: inQuery },
  ofNetwork: { rules: inNetwork, about: "a network", input: networkInQuery },
  pageOfNetwork: { rules: inNetwork, about: "a network", input: networkInQuery },
  addMembers: {
    rules: moving,
    about: "the user group of a network",
    input: inBody,
    body: { text: ["group_id", "ids.0"], required: ["group_id", "ids"] },
    flags: ["dry_run"],
    maxBodyMiB: 4,
  },
  removeMembers: {
    rules: moving,
    about: "the user group of a network",
    prepare: asMember,
    input: inBody,
    body: { text: ["group_id", "ids.0"], required: ["group_id", "ids"] },
    flags: ["dry_run"],
    maxBodyMiB: 4,
  },
  addNetworkUser: {
    rules: movingByNetwork,
    about: "the user group of a network",
    input: networkUser,
  },
  removeNetworkUser: {
    rules: movingByNetwork,
    about: "the user group of a network",
    prepare: asMember,
    input: networkUser,
  },
};

async function join(username: string, groupId: string): Promise<void> {
  const { prisma } = database();
  const { id } = await prisma.user.findUniqueOrThrow({
    where: { username },
    select: { id: true },
  });
  await addMembers(prisma, groupId, [id]);
  await noteMemberships(prisma, { added: [groupId], removed: [] });
}
