import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";

/** Who was found by a name: their own names where it is one user's alone, else empty ones. */
export interface Match {
  username: string;
  display_name: string;
  matches: number;
}

type Role = PlatformRole | "any";

/** The users of these names, by username. */
export async function findByUsernames(
  db: Db,
  usernames: readonly string[],
  role: Role,
): Promise<ReadonlyMap<string, Match>> {
  if (usernames.length === 0) return new Map();
  const found = await rows<{ username: string; displayName: string }>(
    db,
    Prisma.sql`SELECT t."username", t."displayName" FROM "User" t
      WHERE t."username" = ANY(${unique(usernames)}) AND ${hasRole(role)}`,
  );
  return new Map(
    found.map(({ username, displayName }) => [
      username,
      { username, display_name: displayName, matches: 1 },
    ]),
  );
}

interface Counted {
  folded: string;
  matches: number;
  username: string;
  displayName: string;
}

/** How many users have each of these display names, by its folded form. */
export async function findByDisplayNames(
  db: Db,
  folded: readonly string[],
  role: Role,
): Promise<ReadonlyMap<string, Match>> {
  if (folded.length === 0) return new Map();
  const found = await rows<Counted>(
    db,
    Prisma.sql`
    SELECT c."folded", c."matches", u."username", u."displayName" FROM (
      SELECT t."displayNameLower" AS "folded", count(*)::int AS "matches", min(t."username") AS "username"
      FROM "User" t WHERE t."displayNameLower" = ANY(${unique(folded)}) AND ${hasRole(role)}
      GROUP BY t."displayNameLower") c
    JOIN "User" u ON u."username" = c."username"`,
  );
  return new Map(found.map((counted) => [counted.folded, toMatch(counted)]));
}

function toMatch({ matches, username, displayName }: Counted): Match {
  return matches === 1
    ? { username, display_name: displayName, matches }
    : { username: "", display_name: "", matches };
}

function hasRole(role: Role): Prisma.Sql {
  return role === "any" ? Prisma.sql`TRUE` : Prisma.sql`t."platformRoleId" = ${role}`;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
