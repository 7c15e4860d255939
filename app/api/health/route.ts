import { handle } from "@/lib/api/handle";
import { serverContract } from "@/lib/api/server-contract";

export const GET = handle(serverContract.health, () => ({ status: "ok" as const }));
