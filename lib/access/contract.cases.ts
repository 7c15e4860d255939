// What a user may reach, and what a change would make of it, as section 6 of the specification has it.
import {
  anyUser,
  inQuery,
  networkAdmins,
  readers,
  staff,
  unknownFor,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { accessContract } from "./contract";

const reading: [Rule, ...Rule[]] = [
  { about: "self", may: anyUser },
  { about: "a user", may: readers, others: unknownFor(networkAdmins) },
  { about: "the user group of a network", may: [...readers, ...networkAdmins] },
  { about: "the super admin", may: readers, others: unknownFor(networkAdmins) },
  { about: "nobody", may: [], others: unknownFor([...readers, ...networkAdmins]) },
];

export const accessCases: Cases<typeof accessContract> = {
  get: { rules: reading, input: inQuery },
  gateways: { rules: reading, input: inQuery, repeatable: ["network"] },
  preview: {
    rules: [
      { about: "a group", may: staff },
      { about: "a default group", may: [] },
      { about: "nothing", may: [], others: unknownFor(staff) },
    ],
    about: "a group",
    input: async ({ groupId }) => ({ body: { delete: { group_id: await groupId() } } }),
    body: { required: ["role", "group", "user", "delete"] },
    maxBodyMiB: 4,
  },
};
