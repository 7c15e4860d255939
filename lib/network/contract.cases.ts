// Networks, as section 6 of the specification has them, and who sees them, as section 4 does.
import { aRange6, uniqueNetid } from "@/lib/testing/factories";
import {
  everyone,
  nonAdmins,
  readers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { networkContract } from "./contract";

const inPath = async ({ netid }: Target) => ({ params: { netid: await netid() } });

const changing: [Rule, ...Rule[]] = [
  { about: "a network", may: staff },
  { about: "no network", may: [], others: unknownFor(staff) },
];

export const networkCases: Cases<typeof networkContract> = {
  list: { rules: whoever(everyone) },
  page: { rules: whoever(everyone) },
  get: {
    rules: [
      {
        about: "a network",
        may: [...readers, "network-admin", "admin-of-it"],
        others: unknownFor(nonAdmins.filter((who) => who !== "auditor")),
      },
      { about: "no network", may: [], others: unknownFor(everyone) },
    ],
    about: "a network",
    input: inPath,
  },
  create: {
    rules: whoever(staff),
    input: () => ({ body: { netid: uniqueNetid(), addressrange6: aRange6() } }),
    body: {
      text: ["netid", "addressrange", "addressrange6"],
      required: ["addressrange", "netid"],
    },
  },
  update: {
    rules: changing,
    about: "a network",
    input: async ({ netid }) => ({
      params: { netid: await netid() },
      body: { addressrange6: aRange6() },
    }),
    body: { text: ["netid", "addressrange", "addressrange6"] },
  },
  remove: { rules: changing, about: "a network", input: inPath },
};
