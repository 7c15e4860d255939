/** Names that stand for something else where a network's id does: the last one as a key in JavaScript. */
export const reservedNetids: readonly string[] = ["all_networks", "global", "__proto__"];

/** How large a range may be, by the bits of its prefix. */
export const prefixBounds = {
  4: { min: 8, max: 30, example: "10.20.0.0/16" },
  6: { min: 16, max: 126, example: "fd00:20::/64" },
} as const;
