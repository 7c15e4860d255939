import { openApiDocument } from "@/lib/api/openapi";
import { contractTables } from "@/lib/domains/contracts";
import { handle } from "@/lib/domains/handle";
import { healthContract } from "@/lib/health/contract";

export const GET = handle(healthContract.openapi, () => document());

let made: Record<string, unknown> | undefined;

function document(): Record<string, unknown> {
  made ??= { ...openApiDocument(contractTables) };
  return made;
}
