import { handle } from "@/lib/api/handle";
import { openApiDocument } from "@/lib/api/openapi";
import { serverContract } from "@/lib/api/server-contract";

export const GET = handle(serverContract.openapi, () => ({ ...openApiDocument() }));
