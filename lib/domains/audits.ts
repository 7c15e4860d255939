/** What every domain leaves in the audit log. */
import type { AuditDefinition } from "@/lib/audit/definition";
import { clientConfigAudit } from "@/lib/client-config/audit";
import { gatewayAudit } from "@/lib/gateway/audit";
import { groupAudit } from "@/lib/group/audit";
import { identityAudit } from "@/lib/identity/audit";
import { importAudit } from "@/lib/import/audit";
import { inviteAudit } from "@/lib/invite/audit";
import { mfaAudit } from "@/lib/mfa/audit";
import { networkAudit } from "@/lib/network/audit";
import { passkeyAudit } from "@/lib/passkey/audit";
import { pendingUserAudit } from "@/lib/pending-user/audit";
import { roleAudit } from "@/lib/role/audit";
import { serverSettingsAudit } from "@/lib/server-settings/audit";
import { sessionAudit } from "@/lib/session/audit";
import { settingsAudit } from "@/lib/settings/audit";
import { tokenAudit } from "@/lib/token/audit";
import { userExportAudit } from "@/lib/user/export-audit";
import { userAudit } from "@/lib/user/audit";

export const audits = {
  user: userAudit,
  userExport: userExportAudit,
  session: sessionAudit,
  mfa: mfaAudit,
  identity: identityAudit,
  passkey: passkeyAudit,
  token: tokenAudit,
  settings: settingsAudit,
  group: groupAudit,
  invite: inviteAudit,
  pendingUser: pendingUserAudit,
  import: importAudit,
  network: networkAudit,
  gateway: gatewayAudit,
  clientConfig: clientConfigAudit,
  role: roleAudit,
  serverSettings: serverSettingsAudit,
} as const satisfies Record<string, AuditDefinition>;
