import "server-only";
import { z } from "zod";

/** What a provider said of whoever came back from it. */
export const provenIdentity = z.object({
  /** The provider's id here. */
  provider: z.string(),
  issuer: z.string(),
  /** What the provider calls them: unique for ever, unlike an address. */
  subject: z.string(),
  /** As the provider writes it; null where it does not vouch for one. */
  email: z.string().nullable(),
  name: z.string(),
  /** Whether they proved who they are just now, as far as the provider tells. */
  isFresh: z.boolean(),
  /** Whether by more than one factor. */
  hasMfa: z.boolean(),
});
export type ProvenIdentity = z.infer<typeof provenIdentity>;
