/** All that the audit log says: a domain is one line here. */
import { vocabularyOf } from "@/components/audit/wording";
import { clientConfigAuditWords } from "@/components/client-config/audit-words";
import { gatewayAuditWords } from "@/components/gateway/audit-words";
import { groupAuditWords } from "@/components/group/audit-words";
import { identityAuditWords } from "@/components/identity/audit-words";
import { importAuditWords } from "@/components/import/audit-words";
import { inviteAuditWords } from "@/components/invite/audit-words";
import { mfaAuditWords } from "@/components/mfa/audit-words";
import { networkAuditWords } from "@/components/network/audit-words";
import { passkeyAuditWords } from "@/components/passkey/audit-words";
import { pendingUserAuditWords } from "@/components/pending-user/audit-words";
import { roleAuditWords } from "@/components/role/audit-words";
import { serverSettingsAuditWords } from "@/components/server-settings/audit-words";
import { sessionAuditWords } from "@/components/session/audit-words";
import { settingsAuditWords } from "@/components/settings/audit-words";
import { tokenAuditWords } from "@/components/token/audit-words";
import { userAuditWords } from "@/components/user/audit-words";
import { userExportAuditWords } from "@/components/user/export-audit-words";

export const auditVocabulary = vocabularyOf([
  userAuditWords,
  userExportAuditWords,
  identityAuditWords,
  importAuditWords,
  inviteAuditWords,
  pendingUserAuditWords,
  groupAuditWords,
  roleAuditWords,
  networkAuditWords,
  gatewayAuditWords,
  clientConfigAuditWords,
  sessionAuditWords,
  mfaAuditWords,
  passkeyAuditWords,
  tokenAuditWords,
  settingsAuditWords,
  serverSettingsAuditWords,
]);
