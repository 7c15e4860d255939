/** What only the listener knows about a request, in headers that it sets and takes out of what comes in. */
export const listenerHeaders = {
  /** The client's address. */
  address: "x-muster-client-address",
  /** `https` or `http`, as the browser sees it. */
  protocol: "x-muster-protocol",
  /** `1` for a loopback connection of HTTP/1.1 without a forwarding header. */
  direct: "x-muster-direct",
} as const;
