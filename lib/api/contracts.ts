/** Every contract table: what the server answers, what is documented, and what the generic tests go through. */
import { auditContract } from "@/lib/audit/contract";
import { healthContract } from "@/lib/health/contract";
import { sessionContract } from "@/lib/session/contract";
import { tokenContract } from "@/lib/token/contract";
import { userContract } from "@/lib/user/contract";
import type { Contract } from "./contract";

export const contractTables = {
  user: userContract,
  session: sessionContract,
  token: tokenContract,
  audit: auditContract,
  health: healthContract,
};

export const contracts: readonly Contract[] = Object.values(contractTables).flatMap((table) =>
  Object.values<Contract>(table),
);
