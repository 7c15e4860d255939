// Rules 18 to 21 of the specification, the list of pending users in pages, and those of many at once.
import { aPendingUser, pendingCookie } from "@/lib/testing/factories";
import {
  readers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { pendingUserContract } from "./contract";

const aboutPending: [Rule, ...Rule[]] = [
  { about: "a pending user", may: staff },
  { about: "a user", may: [], others: unknownFor(staff) },
  { about: "nobody", may: [], others: unknownFor(staff) },
];
const named = ({ username }: Target) => ({ params: { username }, body: {} });
const inBody = ({ username }: Target) => ({ body: { ids: [username] } });

export const pendingUserCases: Cases<typeof pendingUserContract> = {
  list: { rules: whoever(readers) },
  clear: { rules: whoever(staff), about: "a pending user" },
  approve: {
    rules: aboutPending,
    about: "a pending user",
    input: named,
    body: { text: ["platform_role_id"] },
  },
  reject: {
    rules: aboutPending,
    about: "a pending user",
    input: named,
    body: { text: ["reason"] },
  },
  page: { rules: whoever(readers), repeatable: ["provider"] },
  bulkApprove: {
    rules: whoever(staff),
    about: "a pending user",
    input: inBody,
    maxBodyMiB: 4,
    body: { text: ["ids.0", "platform_role_id"], required: ["ids"] },
    flags: ["dry_run"],
  },
  bulkReject: {
    rules: whoever(staff),
    about: "a pending user",
    input: inBody,
    maxBodyMiB: 4,
    body: { text: ["ids.0", "reason"], required: ["ids"] },
    flags: ["dry_run"],
  },
  state: {
    open: 200,
    about: "nothing",
    input: async () => ({ headers: pendingCookie(await aPendingUser()) }),
  },
};
