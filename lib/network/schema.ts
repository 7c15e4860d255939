import { z } from "zod";
import { pageOf, pageQuery, text } from "@/lib/wire-schemas";
import { readRange } from "./range";
import { reservedNetids } from "./values";

export const network = z
  .object({
    netid: z.string(),
    /** IPv4, in CIDR notation; empty where it has none. */
    addressrange: z.string(),
    /** IPv6. */
    addressrange6: z.string(),
  })
  .meta({ id: "Network" });
export type Network = z.infer<typeof network>;

const newNetid = text()
  .regex(/^[a-z0-9_-]{1,32}$/, "A network's id has 1 to 32 of a-z, 0-9, - and _.")
  .refine((value) => !reservedNetids.includes(value), "This id is reserved.");

/** Empty for none. */
function rangeInput(family: 4 | 6) {
  return text().transform((value, ctx) => {
    if (value === "") return "";
    const read = readRange(value, family);
    if ("range" in read) return read.range;
    ctx.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  });
}

export const networkCreate = z
  .object({
    netid: newNetid,
    addressrange: rangeInput(4).default(""),
    addressrange6: rangeInput(6).default(""),
  })
  .refine(({ addressrange, addressrange6 }) => addressrange !== "" || addressrange6 !== "", {
    path: ["addressrange"],
    message: "A network needs a range of IPv4 addresses, of IPv6 addresses, or both.",
    // Beside whatever else is wrong.
    when: () => true,
  });
export type NetworkCreate = z.output<typeof networkCreate>;

/** Absent keys stay as they are; an empty range is taken away. */
export const networkUpdate = z.object({
  netid: text().optional(),
  addressrange: rangeInput(4).optional(),
  addressrange6: rangeInput(6).optional(),
});
export type NetworkUpdate = z.output<typeof networkUpdate>;

export const netidPath = z.object({ netid: text().max(255) });

export const networkListQuery = pageQuery.extend({ q: z.string().optional() });
export type NetworkListQuery = z.output<typeof networkListQuery>;

export const listedNetwork = network.extend({ gateways: z.int(), client_configs: z.int() });
export type ListedNetwork = z.infer<typeof listedNetwork>;
export const networkPage = pageOf(listedNetwork);
export type NetworkPage = z.infer<typeof networkPage>;
