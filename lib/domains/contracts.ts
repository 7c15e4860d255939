/** Every contract table: what the server answers, what is documented, and what the generic tests go through. */
import { accessContract } from "@/lib/access/contract";
import { auditContract } from "@/lib/audit/contract";
import { clientConfigContract } from "@/lib/client-config/contract";
import { gatewayContract } from "@/lib/gateway/contract";
import { groupContract } from "@/lib/group/contract";
import { healthContract } from "@/lib/health/contract";
import { identityContract } from "@/lib/identity/contract";
import { importContract } from "@/lib/import/contract";
import { inviteContract } from "@/lib/invite/contract";
import { mfaContract } from "@/lib/mfa/contract";
import { networkContract } from "@/lib/network/contract";
import { passkeyContract } from "@/lib/passkey/contract";
import { pendingUserContract } from "@/lib/pending-user/contract";
import { roleContract } from "@/lib/role/contract";
import { serverSettingsContract } from "@/lib/server-settings/contract";
import { sessionContract } from "@/lib/session/contract";
import { tokenContract } from "@/lib/token/contract";
import { settingsContract } from "@/lib/settings/contract";
import { userContract } from "@/lib/user/contract";
import type { Contract } from "@/lib/api/contract";

export const contractTables = {
  user: userContract,
  session: sessionContract,
  mfa: mfaContract,
  identity: identityContract,
  passkey: passkeyContract,
  token: tokenContract,
  access: accessContract,
  group: groupContract,
  invite: inviteContract,
  pendingUser: pendingUserContract,
  import: importContract,
  network: networkContract,
  gateway: gatewayContract,
  clientConfig: clientConfigContract,
  role: roleContract,
  serverSettings: serverSettingsContract,
  settings: settingsContract,
  audit: auditContract,
  health: healthContract,
};

export const contracts: readonly Contract[] = Object.values(contractTables).flatMap((table) =>
  Object.values<Contract>(table),
);
