/** Every contract table: what the server answers, what is documented, and what the generic tests go through. */
import { auditContract } from "@/lib/audit/contract";
import { sessionContract } from "@/lib/session/contract";
import { userContract } from "@/lib/user/contract";
import type { Contract } from "./contract";
import { serverContract } from "./server-contract";

export const contractTables = {
  user: userContract,
  session: sessionContract,
  audit: auditContract,
  server: serverContract,
};

export const contracts: readonly Contract[] = Object.values(contractTables).flatMap((table) =>
  Object.values(table),
);
