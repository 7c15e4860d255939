// Rules 11 and 12 of the specification.
import { database } from "@/lib/db/client";
import { inPath, onlyTheirOwn, type Cases } from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { settingsContract } from "./contract";

function withDefaults({ username }: Target) {
  return database().prisma.userSettings.deleteMany({ where: { user: { username } } });
}

export const settingsCases: Cases<typeof settingsContract> = {
  get: { rules: onlyTheirOwn, about: "self", input: inPath },
  update: {
    rules: onlyTheirOwn,
    about: "self",
    prepare: withDefaults,
    input: ({ username }) => ({ params: { username }, body: { theme: "dark" } }),
    body: { text: ["theme", "text_size"] },
  },
};
