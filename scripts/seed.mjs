// npm run seed -- --users 100000: fills a database with demo data, whether or not the server runs.
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

const usage = "Say how many users: npm run seed -- --users 100000";

try {
  const users = readUsers();
  await ensureReady();
  const { url, stop } = await openDatabase();
  try {
    await fill(url, users);
  } finally {
    await stop();
  }
} catch (error) {
  reportFailure(error);
}

function readUsers() {
  try {
    const { values } = parseArgs({ options: { users: { type: "string", default: "1000" } } });
    if (/^[1-9]\d{0,6}$/.test(values.users)) return Number(values.users);
  } catch {
    // The sentence below says it better.
  }
  throw new Error(usage);
}

async function openDatabase() {
  const { DATABASE_URL, MUSTER_DATA_DIR } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL, stop: async () => {} };
  const { startEmbeddedPostgres } = await import("./lib/postgres.mjs");
  const dataDir = path.resolve(MUSTER_DATA_DIR || ".data", "postgres");
  return startEmbeddedPostgres({ dataDir, log: console.log });
}

/** @param {string} url @param {number} users */
async function fill(url, users) {
  const { migrate } = await import("./lib/migrate.mjs");
  const { seed } = await import("./seed/seed.mjs");
  await migrate(url, { migrationsDir: "prisma/migrations", log: console.log });
  await seed(url, { users, log: console.log });
  console.log("Done. Nobody can sign in as a demo user until an administrator sets a password.");
}
