import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { unavailable } from "@/lib/errors";
import * as health from "./repository";

const TOO_LATE = "The database does not answer in time. Try again in a moment.";
const LONGEST_CHECK_MS = 2_000;

/**
 * @throws AppError `unavailable` unless the database answers soon, is migrated, its last migration is finished, and it
 *   has room on its disk
 */
export async function assertReady({ db }: Context): Promise<{ status: "ok" }> {
  const late = sleep(LONGEST_CHECK_MS, "late" as const, { ref: false });
  const state = await Promise.race([stateOf(db), late]);
  if (state === "late") {
    throw unavailable(new Error("The database did not answer in time."), TOO_LATE);
  }
  if (state === "not migrated") {
    throw unavailable(new Error("The database is not migrated, or a migration is not finished."));
  }
  return { status: "ok" };
}

async function stateOf(db: Db): Promise<"ready" | "not migrated"> {
  if (!(await health.isMigrated(db))) return "not migrated";
  await health.touchDisk(db);
  return "ready";
}
