/** Devices in words. */
import { isPhone } from "@/components/session/device-name";
import type { ClientConfig } from "@/lib/client-config/schema";

export const deviceKinds = ["phone", "laptop", "other"] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const kindLabels: Record<DeviceKind, string> = {
  phone: "Phone",
  laptop: "Laptop",
  other: "Other",
};

/** The kind of what one holds in one's hands. */
export function kindOfBrowser(userAgent: string): DeviceKind {
  return isPhone(userAgent) || /\biPad\b/.test(userAgent) ? "phone" : "laptop";
}

/** Of what its client said, which may be another one than our pages. */
export function kindOf({ os }: Pick<ClientConfig, "os">): DeviceKind {
  if (/phone|android|\bios|ipad|tablet/i.test(os)) return "phone";
  return /laptop|computer|windows|linux|mac|darwin/i.test(os) ? "laptop" : "other";
}

export function nameOfDevice({
  device_name: name,
  clientid,
}: Pick<ClientConfig, "clientid" | "device_name">): string {
  return name === "" ? clientid : name;
}

export function addressesOf({
  address,
  address6,
}: Pick<ClientConfig, "address" | "address6">): string[] {
  return [address, address6].filter((each) => each !== "");
}
