import { z } from "zod";

/** An address with whose it is, and the ids of the groups that they are in. */
export const addressMapping = z.tuple([
  z.string(),
  z.object({ user: z.string(), groups: z.array(z.string()) }),
]);
export type AddressMapping = z.infer<typeof addressMapping>;
