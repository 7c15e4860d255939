// Every dialog, from the files that its domain has in e2e/a11y/dialogs.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures";
import { accessDialogs } from "./dialogs/access";
import { auditDialogs } from "./dialogs/audit";
import { clientConfigDialogs } from "./dialogs/client-config";
import { commandMenuDialogs } from "./dialogs/command-menu";
import { deviceDialogs } from "./dialogs/device";
import type { DialogCase } from "./dialogs/dialog-case";
import { gatewayDialogs } from "./dialogs/gateway";
import { groupDialogs } from "./dialogs/group";
import { identityDialogs } from "./dialogs/identity";
import { importDialogs } from "./dialogs/import";
import { inviteDialogs } from "./dialogs/invite";
import { mfaDialogs } from "./dialogs/mfa";
import { networkDialogs } from "./dialogs/network";
import { passkeyDialogs } from "./dialogs/passkey";
import { pendingUserDialogs } from "./dialogs/pending-user";
import { roleDialogs } from "./dialogs/role";
import { serverSettingsDialogs } from "./dialogs/server-settings";
import { sessionDialogs } from "./dialogs/session";
import { tokenDialogs } from "./dialogs/token";
import { userDialogs } from "./dialogs/user";
import { inEveryLook } from "./looks";

const cases: DialogCase[] = [
  ...accessDialogs,
  ...auditDialogs,
  ...clientConfigDialogs,
  ...commandMenuDialogs,
  ...deviceDialogs,
  ...gatewayDialogs,
  ...groupDialogs,
  ...identityDialogs,
  ...importDialogs,
  ...inviteDialogs,
  ...mfaDialogs,
  ...networkDialogs,
  ...passkeyDialogs,
  ...pendingUserDialogs,
  ...roleDialogs,
  ...serverSettingsDialogs,
  ...sessionDialogs,
  ...tokenDialogs,
  ...userDialogs,
];

inEveryLook((look) => {
  for (const { name, show } of cases) {
    test(`${name} are accessible`, async ({
      page,
      db,
      signedInAs,
      aUser,
      anAccessToken,
      aNetwork,
      aGateway,
      aConfig,
      aGroup,
      aRole,
      aPendingUser,
      anIdentity,
      enrolTotp,
    }) => {
      const signIn = (role: Parameters<typeof signedInAs>[0]) => signedInAs(role, look);
      const makers = {
        aUser,
        anAccessToken,
        aNetwork,
        aGateway,
        aConfig,
        aGroup,
        aRole,
        aPendingUser,
        anIdentity,
        enrolTotp,
      };
      await show({ page, db, signedInAs: signIn, ...makers });
    });
  }
});

test("no dialog is left out", () => {
  const dialogs = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("-dialog.tsx") && !file.startsWith(`ui${path.sep}`))
    .map((file) => path.basename(file, ".tsx"));
  expect([...new Set(cases.flatMap(({ opens }) => opens))].sort()).toEqual(dialogs.sort());
});
