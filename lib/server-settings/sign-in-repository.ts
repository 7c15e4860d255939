import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma, rows } from "@/lib/db/sql";
import { platformRoles, type PlatformRole } from "@/lib/permissions";
import { NAMED_AT_MOST } from "./values";

/** People whom a change of the settings would do something to. */
export interface People {
  total: number;
  /** The first of them. */
  usernames: string[];
}

/** What people can sign in by without a password. */
export interface OtherWays {
  /** The ids of the providers that are configured. */
  providers: readonly string[];
  /** The host that passkeys work at; null where there can be none. */
  rpId: string | null;
}

function hasOtherWay({ providers, rpId }: OtherWays): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM "Identity" i WHERE i."userId" = t."id" AND i."provider" = ANY(${providers}))
    OR EXISTS (SELECT 1 FROM "Passkey" p WHERE p."userId" = t."id" AND p."rpId" = ${rpId}))`;
}

/** Who signs in with a password and could not any more: the super admin always can. */
export function findLockedOut(db: Db, ways: OtherWays): Promise<People> {
  return findPeople(db, {
    roles: platformRoles.filter((role) => role !== "super-admin"),
    hasMfa: [true, false],
    condition: Prisma.sql`NOT ${hasOtherWay(ways)}`,
  });
}

/** Who would have to set up MFA before anything else. */
export function findMustEnrol(db: Db): Promise<People> {
  return findPeople(db, { roles: platformRoles, hasMfa: [false], condition: Prisma.sql`TRUE` });
}

interface Wanted {
  roles: readonly PlatformRole[];
  hasMfa: readonly boolean[];
  condition: Prisma.Sql;
}

/** Of the enabled users who have a password. Raw, because one walk over an index counts them and finds the first. */
async function findPeople(db: Db, { roles, hasMfa, condition }: Wanted): Promise<People> {
  const found = await rows<{ username: string; total: number }>(
    db,
    Prisma.sql`
    SELECT t."username", (count(*) OVER ())::int AS "total" FROM "User" t
    WHERE t."platformRoleId" = ANY(${roles}) AND NOT t."isDisabled" AND t."isMfaEnabled" = ANY(${hasMfa})
      AND t."authType" = 'basic_auth' AND ${condition}
    ORDER BY t."username" LIMIT ${NAMED_AT_MOST}`,
  );
  return { total: found[0]?.total ?? 0, usernames: found.map(({ username }) => username) };
}

/** Whether this user can sign in without a password. */
export async function canSignInWithout(db: Db, userId: string, ways: OtherWays): Promise<boolean> {
  const found = await rows(
    db,
    Prisma.sql`SELECT 1 FROM "User" t WHERE t."id" = ${userId}::uuid AND ${hasOtherWay(ways)}`,
  );
  return found.length > 0;
}

/** Whether one of the enabled administrators could sign in: the super admin with a password, everybody in other ways. */
export async function canSomeAdministratorSignIn(db: Db, ways: OtherWays): Promise<boolean> {
  const found = await rows(
    db,
    Prisma.sql`
    SELECT 1 FROM "User" t
    WHERE t."platformRoleId" IN ('super-admin', 'admin') AND NOT t."isDisabled" AND (
      (t."platformRoleId" = 'super-admin' AND t."passwordHash" IS NOT NULL) OR ${hasOtherWay(ways)})
    LIMIT 1`,
  );
  return found.length > 0;
}
