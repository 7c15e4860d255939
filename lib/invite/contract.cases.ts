// Rules 32 to 37 of the specification, the list of invites in pages, and those of many at once.
import { PASSWORD, uniqueName } from "@/lib/testing/factories";
import {
  readers,
  staff,
  unknownFor,
  whoever,
  type Cases,
  type Rule,
} from "@/lib/testing/contract/cases";
import type { Target } from "@/lib/testing/contract/targets";
import type { inviteContract } from "./contract";

const aboutInvites: [Rule, ...Rule[]] = [
  { about: "an invite", may: staff },
  { about: "no invite", may: [], others: unknownFor(staff) },
];

async function byLink({ invite }: Target) {
  const { email, code } = await invite();
  return { query: { email, invite_code: code } };
}

async function addressInBody({ invite }: Target) {
  return { body: { ids: [(await invite()).email] } };
}

export const inviteCases: Cases<typeof inviteContract> = {
  verify: { open: 200, about: "an invite", input: byLink },
  create: {
    rules: whoever(staff),
    about: "nothing",
    input: () => ({ body: { user_emails: [`${uniqueName()}@example.com`] } }),
    writesAgain: true,
    maxBodyMiB: 4,
    body: { text: ["user_emails.0", "platform_role_id"], required: ["user_emails"] },
    flags: ["dry_run"],
  },
  revoke: {
    rules: aboutInvites,
    about: "an invite",
    input: async ({ invite }) => ({ query: { invitee_email: (await invite()).email } }),
  },
  signUp: {
    open: 200,
    about: "an invite",
    input: async (target) => ({ ...(await byLink(target)), body: { password: PASSWORD } }),
    body: { text: ["username", "password", "display_name"], required: ["password"] },
  },
  list: { rules: whoever(readers) },
  revokeAll: {
    rules: whoever(staff),
    about: "an invite",
    prepare: ({ invite }) => invite(),
  },
  page: { rules: whoever(readers), repeatable: ["state", "mail_status", "role", "id"] },
  resend: {
    rules: whoever(staff),
    about: "an invite",
    input: async (target) => ({ ...(await addressInBody(target)), query: { new_link: "true" } }),
    writesAgain: true,
    maxBodyMiB: 4,
    body: { text: ["ids.0"], required: ["ids"] },
    flags: ["new_link", "dry_run"],
  },
  bulkRevoke: {
    rules: whoever(staff),
    about: "an invite",
    input: addressInBody,
    maxBodyMiB: 4,
    body: { text: ["ids.0"], required: ["ids"] },
    flags: ["dry_run"],
  },
};
