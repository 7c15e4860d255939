import { Download } from "lucide-react";
import { textsOf, withoutTarget, type AuditWords } from "@/components/audit/words";
import { formatList } from "@/lib/format";
import type { userExportAudit } from "@/lib/user/export-audit";

const many = (label: string) => ({
  label,
  value: (value: unknown) => formatList(textsOf(value)),
});

export const userExportAuditWords: AuditWords<typeof userExportAudit> = {
  verbs: {
    "user.export": {
      name: "Users exported",
      icon: Download,
      phrase: () => withoutTarget("exported users"),
    },
  },
  keys: {
    q: { label: "Searched for" },
    role: many("Of role"),
    account_status: many("Of account status"),
    mfa_status: many("Of MFA status"),
    auth_type: many("Of sign-in"),
    group: many("Of group"),
    network: many("Of network"),
    sort: { label: "Sorted by" },
    order: { label: "Order" },
  },
};
