import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readVariables, variableNames } from "./env";

const longEnough = "x".repeat(32);

describe("readVariables", () => {
  test("has a default for everything that has one", () => {
    expect(readVariables({})).toMatchObject({
      PORT: 3000,
      HOST: "0.0.0.0",
      CORS_ALLOWED_ORIGINS: [],
      TRUST_PROXY: 0,
      METRICS: false,
      LOG_LEVEL: "info",
    });
  });

  test("takes an empty variable for a missing one", () => {
    const { PORT, MUSTER_MASTER_KEY } = readVariables({ PORT: "", MUSTER_MASTER_KEY: "" });
    expect(PORT).toBe(3000);
    expect(MUSTER_MASTER_KEY).toBeUndefined();
  });

  test("lists every problem in one message", () => {
    const read = () => readVariables({ PORT: "x", MUSTER_SECRET: "short", METRICS: "yes" });
    expect(read).toThrow(
      /PORT must be .*\n.*MUSTER_SECRET must have .*\n.*METRICS must be on or off/,
    );
  });

  test("does not repeat a secret in its message", () => {
    expect(() => readVariables({ MUSTER_MASTER_KEY: "hunter2" })).not.toThrow(/hunter2/);
  });

  test.each(["-1", "65536", "80.5", "1e3", " 80", "0x50"])("refuses the port %j", (PORT) => {
    expect(() => readVariables({ PORT })).toThrow(/PORT must be a whole number/);
  });

  test.each([
    ["https://muster.example.com", "https://muster.example.com"],
    ["https://Muster.example.com:443/", "https://muster.example.com"],
    ["http://10.0.0.1:3000", "http://10.0.0.1:3000"],
  ])("takes the base address %s as %s", (MUSTER_BASE_URL, expected) => {
    expect(readVariables({ MUSTER_BASE_URL }).MUSTER_BASE_URL).toBe(expected);
  });

  test.each([
    "muster",
    "ftp://a",
    "https://a/path",
    "https://a?b",
    "https://user@a",
    "https://a#b",
  ])("refuses the base address %s", (MUSTER_BASE_URL) => {
    expect(() => readVariables({ MUSTER_BASE_URL })).toThrow(/MUSTER_BASE_URL must be an http/);
  });

  test("splits the CORS origins at commas and refuses what is none", () => {
    const { CORS_ALLOWED_ORIGINS } = readVariables({
      CORS_ALLOWED_ORIGINS: "https://a, http://b/,",
    });
    expect(CORS_ALLOWED_ORIGINS).toEqual(["https://a", "http://b"]);
    expect(() => readVariables({ CORS_ALLOWED_ORIGINS: "https://a,*" })).toThrow(/CORS_ALLOWED/);
  });

  test("takes TRUST_PROXY off as 0", () => {
    expect(readVariables({ TRUST_PROXY: "off" }).TRUST_PROXY).toBe(0);
    expect(readVariables({ TRUST_PROXY: "2" }).TRUST_PROXY).toBe(2);
  });

  test("wants 32 characters of a secret", () => {
    expect(readVariables({ MUSTER_SECRET: longEnough }).MUSTER_SECRET).toBe(longEnough);
    expect(() => readVariables({ MUSTER_SECRET: longEnough.slice(1) })).toThrow(/32 characters/);
  });

  test.each(["mysql://a/b", "postgres", "http://a"])("refuses the database %s", (DATABASE_URL) => {
    expect(() => readVariables({ DATABASE_URL })).toThrow(/DATABASE_URL must be a URL like/);
  });
});

test("the README names every variable, and no other", async () => {
  const readme = await readFile("README.md", "utf8");
  const documented = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual(variableNames.toSorted());
});
