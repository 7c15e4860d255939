import { handle } from "@/lib/api/handle";
import { healthContract } from "@/lib/health/contract";

export const GET = handle(healthContract.health, () => ({ status: "ok" as const }));
