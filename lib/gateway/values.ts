export const gatewaySorts = ["gw_name", "network", "status"] as const;

export const gatewayStatuses = ["online", "offline", "disconnected"] as const;

export const DEFAULT_LISTEN_PORT = 51_821;

/** Of each list of a gateway: texts, and characters of a text. */
export const listBounds = { texts: 100, characters: 255 } as const;
