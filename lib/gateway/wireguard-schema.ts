import { z } from "zod";

export const wireguardQuery = z.object({ format: z.enum(["peers", "config"]).default("peers") });
export type WireguardQuery = z.output<typeof wireguardQuery>;
