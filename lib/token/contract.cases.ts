// Rules 23 to 25 of the specification, and the list of all tokens.
import {
  endingOfUsers,
  inQuery,
  managingUsers,
  readers,
  readingUsers,
  whoever,
  type Cases,
} from "@/lib/testing/contract/cases";
import type { tokenContract } from "./contract";

export const tokenCases: Cases<typeof tokenContract> = {
  list: { rules: readingUsers, input: inQuery },
  create: {
    rules: managingUsers,
    input: ({ username }) => ({ body: { user_name: username, name: "laptop" } }),
    body: { text: ["user_name", "name", "expires_at"], required: ["name", "user_name"] },
  },
  revoke: {
    rules: endingOfUsers,
    input: async ({ tokenId }) => ({ query: { id: await tokenId() } }),
  },
  page: { rules: whoever(readers), repeatable: ["state"] },
};
