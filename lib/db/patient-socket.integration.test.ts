import { createServer, type Server } from "node:net";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { env } from "@/lib/env";
import { database } from "./client";
import { toAppError } from "./errors";
import { patientSocket } from "./patient-socket";

let silent: Server | undefined;

afterEach(() => {
  silent?.close();
});

test("a statement that is never answered fails as unavailable, and its connection with it", async () => {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    stream: () => patientSocket(500),
  });
  client.on("error", () => undefined);
  await client.connect();
  const failure: unknown = await client
    .query("SELECT pg_sleep(60)")
    .catch((error: unknown) => error);
  expect(toAppError(failure)).toMatchObject({ code: "unavailable" });
  await expect(client.query("SELECT 1")).rejects.toThrow();
});

test("a server that takes connections and says nothing fails as well", async () => {
  silent = createServer().listen(0, "127.0.0.1");
  const address = silent.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const client = new pg.Client({ host: "127.0.0.1", port, stream: () => patientSocket(500) });
  client.on("error", () => undefined);
  const failure: unknown = await client.connect().catch((error: unknown) => error);
  expect(toAppError(failure)).toMatchObject({ code: "unavailable" });
});

test("the server's own statements end after 20 seconds, whatever the role says", async () => {
  const { rows } = await database().pool.query(`SHOW statement_timeout`);
  expect(rows).toEqual([{ statement_timeout: "20s" }]);
});
