// The audit log, which shows to everybody at least what is theirs.
import { everyone, whoever, type Cases } from "@/lib/testing/contract/cases";
import type { auditContract } from "./contract";

export const auditCases: Cases<typeof auditContract> = {
  list: { rules: whoever(everyone) },
};
