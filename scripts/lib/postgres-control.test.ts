import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startError } from "./postgres-control.mjs";

let folder = "";
const oldLines = "FATAL:  an old reason\n";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "muster-log-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function messageFor(newLines: string, output: string): Promise<string> {
  const logFile = path.join(folder, "server.log");
  await writeFile(logFile, oldLines + newLines);
  return (await startError(logFile, { logStart: oldLines.length, output })).message;
}

describe("why the embedded database did not start", () => {
  test("is what the log says of this start", async () => {
    expect(await messageFor("FATAL:  a new reason\n", "pg_ctl: could not start server")).toContain(
      "did not start: FATAL:  a new reason",
    );
  });

  test("is no line of an earlier start: where the log cannot be written, it is what the command says", async () => {
    const output =
      '/bin/sh: 1: cannot create "server.log": Read-only file system\npg_ctl: could not start server';
    const message = await messageFor("", output);
    expect(message).toMatch(/the data folder .* cannot be written \(.*Read-only file system\)\.$/);
    expect(message).not.toContain("an old reason");
  });
});
