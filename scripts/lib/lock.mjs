// Lets one process at a time install and build in a working copy.
import { rmSync } from "node:fs";
import { mkdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMs = 1_000;
const staleAfterMs = 10_000;
const pollMs = 250;

/**
 * @template T
 * @param {string} lockFile its time is kept fresh, so that the lock of a killed process runs out
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, work) {
  await mkdir(path.dirname(lockFile), { recursive: true });
  await acquire(lockFile);
  const heartbeat = setInterval(() => touch(lockFile), heartbeatMs);
  const giveUp = () => process.exit(1);
  const release = () => rmSync(lockFile, { force: true });
  process.once("SIGINT", giveUp).once("SIGTERM", giveUp).once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off("SIGINT", giveUp).off("SIGTERM", giveUp).off("exit", release);
    release();
  }
}

/** @param {string} lockFile */
async function acquire(lockFile) {
  for (let hasTold = false; ; await sleep(pollMs)) {
    try {
      return await writeFile(lockFile, String(process.pid), { flag: "wx" });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const { mtimeMs } = await stat(lockFile).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > staleAfterMs) await rm(lockFile, { force: true });
    else if (!hasTold) console.log("Waiting for another process that installs or builds here.");
    hasTold = true;
  }
}

/** @param {string} lockFile */
function touch(lockFile) {
  const now = new Date();
  utimes(lockFile, now, now).catch(() => {});
}
