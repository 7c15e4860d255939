// What a test looks up in the database behind the interface's back.
import { database } from "@/lib/db/client";

/** The audit entries about a user, oldest first. */
export function auditEntriesOf(userId: string) {
  return database().prisma.auditEntry.findMany({
    where: { targetUserId: userId },
    orderBy: { id: "asc" },
  });
}

/** The audit entries about whatever is no user, oldest first. */
export function auditEntriesAbout(target: string) {
  return database().prisma.auditEntry.findMany({ where: { target }, orderBy: { id: "asc" } });
}

export function sessionCountOf(userId: string): Promise<number> {
  return database().prisma.session.count({ where: { userId } });
}

export function tokenCountOf(userId: string): Promise<number> {
  return database().prisma.accessToken.count({ where: { userId } });
}

export async function storedUser(username: string) {
  return database().prisma.user.findUniqueOrThrow({
    where: { username },
    omit: { passwordHash: false },
    include: { memberships: { select: { groupId: true }, orderBy: { groupId: "asc" } } },
  });
}

export async function groupsOf(username: string): Promise<string[]> {
  return (await storedUser(username)).memberships.map(({ groupId }) => groupId);
}

export function groupVersions(ids: string[]): Promise<bigint[]> {
  const versionOf = (id: string) =>
    database().prisma.group.findUniqueOrThrow({ where: { id }, select: { version: true } });
  return Promise.all(ids.map(async (id) => (await versionOf(id)).version));
}
