// Starts the built product on an empty data folder, for the browser tests.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { startEmbeddedPostgres } from "./lib/postgres.mjs";

const dataDir = process.env.MUSTER_DATA_DIR;
if (!dataDir) throw new Error("MUSTER_DATA_DIR must name the folder that is emptied.");

const postgresDir = path.join(dataDir, "postgres");
if (existsSync(path.join(postgresDir, "postmaster.pid"))) {
  // A run that was killed has left its database running.
  const { stop } = await startEmbeddedPostgres({ dataDir: postgresDir });
  await stop();
}
await rm(dataDir, { recursive: true, force: true });
await import("./start.mjs");
