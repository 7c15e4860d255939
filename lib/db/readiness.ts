import "server-only";
import { unavailable } from "@/lib/errors";
import type { Db } from "./client";

/** @throws AppError `unavailable` unless the database answers and its last migration is finished */
export async function assertReady(db: Db): Promise<{ status: "ok" }> {
  const open = await db.$queryRaw<object[]>`
    SELECT 1 FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL LIMIT 1`;
  if (open.length > 0) throw unavailable(new Error("A migration is not finished."));
  return { status: "ok" };
}
