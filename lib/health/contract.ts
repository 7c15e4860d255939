import { z } from "zod";
import { bare, defineContracts } from "@/lib/api/contract";

const state = z.object({ status: z.literal("ok") });

export const healthContract = defineContracts({
  openapi: {
    method: "GET",
    path: "/api/openapi.json",
    who: "anyone",
    summary: "This API as an OpenAPI 3.1 document",
    response: bare(z.record(z.string(), z.unknown())),
  },
  health: {
    method: "GET",
    path: "/api/health",
    who: "anyone",
    summary: "Tell that the process lives",
    response: bare(state),
  },
  ready: {
    method: "GET",
    path: "/api/ready",
    who: "anyone",
    summary: "Tell that the database can be reached and is migrated (503 else)",
    response: bare(state),
  },
});
