import "server-only";
import { authorize } from "@/lib/authorize";
import type { Context } from "@/lib/context";
import * as addresses from "./network-ip-repository";
import type { AddressMapping } from "./network-ip-schema";

/** Whose device has which IPv4 address, in batches. */
export function listAddresses(ctx: Context): AsyncIterable<AddressMapping[]> {
  authorize(ctx, "users:list");
  return addresses.findAddressBatches(ctx.db);
}
