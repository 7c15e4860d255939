// What anybody may ask of a running server.
import type { Cases } from "@/lib/testing/contract/cases";
import type { healthContract } from "./contract";

export const healthCases: Cases<typeof healthContract> = {
  openapi: { open: 200, withoutDatabase: true },
  health: { open: 200, withoutDatabase: true },
  ready: { open: 200 },
};
