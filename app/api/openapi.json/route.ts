import { handle } from "@/lib/api/handle";
import { openApiDocument } from "@/lib/api/openapi";
import { healthContract } from "@/lib/health/contract";

export const GET = handle(healthContract.openapi, () => ({ ...openApiDocument() }));
