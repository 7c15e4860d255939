// What a user may reach, as section 6 of the specification has it.
import {
  anyUser,
  inQuery,
  networkAdmins,
  readers,
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
};
