import "server-only";
import { database } from "@/lib/db/client";
import * as expired from "./repository";

export const HOUSEKEEPING = "server.housekeeping";

/** Deletes what has expired and is good for nothing any more. */
export async function housekeeping(): Promise<void> {
  const { prisma } = database();
  const now = new Date();
  await expired.removeSessions(prisma, now);
  await expired.removeThrottles(prisma, now);
}
