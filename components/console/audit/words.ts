/** All that the audit log says: a domain is one line here. */
import { vocabularyOf } from "@/components/audit/wording";
import { serverSettingsAuditWords } from "@/components/server-settings/audit-words";
import { sessionAuditWords } from "@/components/session/audit-words";
import { settingsAuditWords } from "@/components/settings/audit-words";
import { tokenAuditWords } from "@/components/token/audit-words";
import { userAuditWords } from "@/components/user/audit-words";

export const auditVocabulary = vocabularyOf([
  userAuditWords,
  sessionAuditWords,
  tokenAuditWords,
  settingsAuditWords,
  serverSettingsAuditWords,
]);
