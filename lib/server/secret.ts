import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { minSecretLength } from "@/lib/env";

const secretBytes = 32;

/**
 * Reads the secret kept in the data folder; makes it on the first run.
 *
 * @throws an error with one sentence for the administrator
 */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "secret");
  const secret = await readOrMake(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${dataDir} cannot be used (${reason}): ` +
        "set MUSTER_DATA_DIR to a folder that this user may write to.",
    );
  });
  if (secret.length >= minSecretLength) return secret;
  throw new Error(
    `${file} holds no secret of at least ${minSecretLength} characters: restore it, ` +
      "or remove it where the database is new.",
  );
}

async function readOrMake(file: string): Promise<string> {
  return (await readIfThere(file)) ?? makeSecret(file);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Linked into place, so that it is whole or absent and the first of several processes wins. */
async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  const secret = randomBytes(secretBytes).toString("base64url");
  // On the disk before it has its name: a power cut must not leave an empty secret.
  await writeFile(draft, secret, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(file, "utf8")).trim();
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
