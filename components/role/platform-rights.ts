import type { Grant, PlatformRole } from "@/lib/permissions";

/** How far a right of a platform role goes. */
export type PlatformRight = "all" | "network" | "own" | "none";

export function platformRightOf(grant: Grant, role: PlatformRole): PlatformRight {
  if (grant.roles.includes(role)) return "all";
  if (grant.networkAdmin === true && role === "platform-user") return "network";
  return grant.self === true || grant.owner === true ? "own" : "none";
}
