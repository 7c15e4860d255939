import type { ClientConfig } from "@/lib/client-config/schema";
import type { configKinds } from "@/lib/client-config/values";
import { showsNothing } from "@/lib/wire";

export type ConfigKind = (typeof configKinds)[number];

export const kindWords: Record<ConfigKind, string> = { device: "Device", plain: "Plain" };

export function kindOf(
  config: Pick<ClientConfig, "device_id" | "remote_access_client_id">,
): ConfigKind {
  const isDevice = config.device_id !== "" || config.remote_access_client_id !== "";
  return isDevice ? "device" : "plain";
}

type Named = Pick<ClientConfig, "clientid" | "device_name">;

/** By the name of its device, where that shows something; else by its id. */
export function nameOf({ clientid, device_name: name }: Named): string {
  return showsNothing(name) ? clientid : name;
}

export function isNamed(config: Named): boolean {
  return nameOf(config) !== config.clientid;
}

/** Those that it has, of IPv4 first. */
export function addressesOf({
  address,
  address6,
}: Pick<ClientConfig, "address" | "address6">): string[] {
  return [address, address6].filter((each) => each !== "");
}

export function modifiedAt({ lastmodified: seconds }: Pick<ClientConfig, "lastmodified">): string {
  return new Date(seconds * 1000).toISOString();
}
