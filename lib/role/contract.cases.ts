// Rules 41 to 45 of the specification, and the page of roles.
import { uniqueName } from "@/lib/testing/factories";
import {
  readers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { roleContract } from "./contract";

const inQuery = async ({ roleId }: Target) => ({ query: { role_id: await roleId() } });

const changing: [Rule, ...Rule[]] = [
  { about: "a role", may: staff },
  { about: "a default role", may: [] },
  { about: "a platform role", may: [] },
  { about: "nothing", may: [], others: unknownFor(staff) },
];

export const roleCases: Cases<typeof roleContract> = {
  list: { rules: whoever(readers), flags: ["platform"] },
  page: { rules: whoever(readers), flags: ["platform"], repeatable: ["network", "id"] },
  get: {
    rules: [
      { about: "a role", may: readers },
      { about: "a platform role", may: readers },
      { about: "nothing", may: [], others: unknownFor(readers) },
    ],
    about: "a role",
    input: inQuery,
  },
  create: {
    rules: whoever(staff),
    input: () => ({ body: { name: uniqueName("role"), network_id: "all_networks" } }),
    body: { text: ["name", "network_id"], required: ["name", "network_id"] },
  },
  update: {
    rules: changing,
    about: "a role",
    input: async ({ roleId }) => ({ body: { id: await roleId(), full_access: true } }),
    body: { text: ["id", "name"], required: ["id"] },
  },
  remove: { rules: changing, about: "a role", input: inQuery },
};
