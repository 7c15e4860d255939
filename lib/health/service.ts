import "server-only";
import type { Context } from "@/lib/context";
import { unavailable } from "@/lib/errors";
import * as health from "./repository";

/** @throws AppError `unavailable` unless the database answers, is migrated, and its last migration is finished */
export async function assertReady({ db }: Context): Promise<{ status: "ok" }> {
  if (!(await health.isMigrated(db))) {
    throw unavailable(new Error("The database is not migrated, or a migration is not finished."));
  }
  return { status: "ok" };
}
