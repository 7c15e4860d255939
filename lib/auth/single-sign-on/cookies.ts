import "server-only";
import { z } from "zod";
import { sealedCookie } from "@/lib/auth/sealed-cookie";
import { provenIdentity } from "./proven-identity";

/** What somebody goes to a provider for. */
export const purposes = ["sign-in", "confirm", "link"] as const;

const roundTrip = z.object({
  provider: z.string(),
  purpose: z.enum(purposes),
  /** A page of ours to go on with. */
  back: z.string(),
  /** Of whoever was signed in when it began. */
  sessionId: z.string().nullable(),
});
export type RoundTrip = z.infer<typeof roundTrip>;

/** What a browser is at a provider for; as long as next-auth keeps its `state`. */
export const roundTripCookie = sealedCookie({
  name: "round-trip",
  lifetimeSeconds: 15 * 60,
  schema: roundTrip,
});

/** What a browser has proved at a provider just now, without having been let in by it. */
export const provenIdentityCookie = sealedCookie({
  name: "proven-identity",
  lifetimeSeconds: 10 * 60,
  schema: provenIdentity,
});
