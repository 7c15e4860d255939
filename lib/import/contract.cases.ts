// The import of many users at once.
import { PASSWORD, uniqueName } from "@/lib/testing/factories";
import { staff, whoever, type Cases } from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { importContract } from "./contract";

const rowOf = (username: string) => ({ username, display_name: uniqueName(), password: PASSWORD });

export const importCases: Cases<typeof importContract> = {
  users: {
    rules: whoever(staff),
    about: "a user",
    // Who is there is changed, who is not is made.
    input: ({ username }: Target) => ({
      query: { mode: "create" },
      body: { rows: [rowOf(username), rowOf(uniqueName())] },
    }),
    also: [
      {
        input: () => ({
          query: { mode: "invite" },
          body: { rows: [{ username: `${uniqueName()}@example.com` }] },
        }),
      },
    ],
    writesAgain: ["user.import"],
    maxBodyMiB: 8,
    body: { required: ["rows"] },
    flags: ["dry_run"],
  },
};
