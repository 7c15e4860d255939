// The server's settings, of the specification's own endpoints.
import { database } from "@/lib/db/client";
import { readers, staff, whoever, type Cases } from "@/lib/testing/contract/cases";
import type { serverSettingsContract } from "./contract";

function withDefaults() {
  return database().prisma.serverSetting.updateMany({ data: { inviteDays: 7 } });
}

export const serverSettingsCases: Cases<typeof serverSettingsContract> = {
  get: { rules: whoever(readers) },
  update: {
    rules: whoever(staff),
    prepare: withDefaults,
    input: () => ({ body: { invite_days: 8 } }),
    body: {
      text: ["allowed_email_domains.0"],
      numbers: ["session_minutes", "invite_days", "token_max_days", "password_min_length"],
    },
  },
  preview: {
    rules: whoever(staff),
    input: () => ({ body: { mfa_enforced: true } }),
    body: {
      text: ["allowed_email_domains.0"],
      numbers: ["session_minutes", "invite_days", "token_max_days", "password_min_length"],
    },
  },
  testMail: {
    rules: whoever(staff),
    input: () => ({ body: { to: "grace@example.com" } }),
    // The master key has no address of its own.
    body: { text: ["to"], required: ["to"] },
    withoutDatabase: true,
  },
};
