export const configSorts = [
  "clientid",
  "ownerid",
  "network",
  "address",
  "address6",
  "lastmodified",
] as const;

/** Devices are those that a client names by its id or the device's; the rest are plain. */
export const configKinds = ["device", "plain"] as const;

export const MAX_DEVICE_TEXT = 255;

/** The keys of a client config's addresses: of IPv4 and of IPv6. */
export const addressKeys = ["address", "address6"] as const;
export type AddressKey = (typeof addressKeys)[number];
