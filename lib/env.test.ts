import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { rootCertificates } from "node:tls";
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
      MUSTER_WORKERS: 1,
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

  test.each([
    ["1", 1],
    ["4", 4],
    ["auto", Math.max(1, os.availableParallelism() - 1)],
  ])("takes %s workers for %i", (MUSTER_WORKERS, count) => {
    expect(readVariables({ MUSTER_WORKERS }).MUSTER_WORKERS).toBe(count);
  });

  test.each(["0", "33", "many", "1.5"])("refuses %s workers", (MUSTER_WORKERS) => {
    expect(() => readVariables({ MUSTER_WORKERS })).toThrow(/MUSTER_WORKERS must be/);
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

describe("the variables of mail", () => {
  const mail = { SMTP_URL: "smtps://ada:s%40cret@mail.example.com", MAIL_FROM: "Muster <m@b.c>" };

  test("are read", () => {
    expect(readVariables(mail)).toMatchObject({
      SMTP_URL: {
        host: "mail.example.com",
        port: 465,
        auth: { user: "ada", password: "s@cret" },
      },
      MAIL_FROM: { name: "Muster", address: "m@b.c" },
    });
  });

  test("may all be missing", () => {
    const { SMTP_URL, MAIL_FROM, SMTP_CA_FILE } = readVariables({});
    expect([SMTP_URL, MAIL_FROM, SMTP_CA_FILE]).toEqual([undefined, undefined, undefined]);
  });

  test("say what is wrong with them, without the password", () => {
    const read = () => readVariables({ SMTP_URL: "smtp://ada:100%hunter2@mail", MAIL_FROM: "x" });
    expect(read).toThrow(/SMTP_URL must be a URL like .*\n.*MAIL_FROM must be an address such as/);
    expect(read).not.toThrow(/hunter2/);
  });

  test("want an address to send from, beside whatever else is wrong", () => {
    expect(() => readVariables({ SMTP_URL: mail.SMTP_URL })).toThrow(/MAIL_FROM must be set/);
    expect(() => readVariables({ SMTP_URL: mail.SMTP_URL, PORT: "x" })).toThrow(
      /PORT must .*\n.*MAIL_FROM must be set/,
    );
  });

  test("want certificates in SMTP_CA_FILE", async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "muster-env-"));
    const file = path.join(folder, "ca.pem");
    const pem = rootCertificates.slice(0, 2).join("\n");
    try {
      await writeFile(file, pem);
      expect(readVariables({ SMTP_CA_FILE: file }).SMTP_CA_FILE).toBe(pem);
      await writeFile(file, "no certificate");
      expect(() => readVariables({ SMTP_CA_FILE: file })).toThrow(/SMTP_CA_FILE must be a file/);
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(() => readVariables({ SMTP_CA_FILE: file })).toThrow(/SMTP_CA_FILE must be a file/);
  });
});

describe("the variables of providers", () => {
  const tenant = "5f2c3a10-0d2b-4c57-9a55-3f1a3f0c9a11";
  const sets = {
    OIDC_ISSUER: "https://id.example.com/realms/muster",
    OIDC_CLIENT_ID: "muster",
    OIDC_CLIENT_SECRET: "hunter2",
    GOOGLE_CLIENT_ID: "g",
    GOOGLE_CLIENT_SECRET: "hunter2",
    ENTRA_TENANT_ID: tenant.toUpperCase(),
    ENTRA_CLIENT_ID: "e",
    ENTRA_CLIENT_SECRET: "hunter2",
    OKTA_ISSUER: "https://example.okta.com/",
    OKTA_CLIENT_ID: "o",
    OKTA_CLIENT_SECRET: "hunter2",
    GITHUB_CLIENT_ID: "h",
    GITHUB_CLIENT_SECRET: "hunter2",
  };

  test("are read, of several providers at once", () => {
    expect(readVariables(sets)).toMatchObject({ ...sets, ENTRA_TENANT_ID: tenant });
    expect(readVariables({}).OIDC_NAME).toBe("Single sign-on");
  });

  test.each(Object.keys(sets))("want the rest of the set where %s is missing", (name) => {
    const read = () => readVariables({ ...sets, [name]: "" });
    expect(read).toThrow(
      new RegExp(`^The environment has mistakes:\n  ${name} must be set where .*\\.$`),
    );
    expect(read).not.toThrow(/hunter2/);
  });

  test("leave the name of a provider apart, and are checked beside whatever else is wrong", () => {
    expect(readVariables({ OIDC_NAME: "Example" }).OIDC_NAME).toBe("Example");
    expect(() => readVariables({ GITHUB_CLIENT_ID: "h", PORT: "x" })).toThrow(
      /PORT must .*\n.*GITHUB_CLIENT_SECRET must be set/,
    );
  });

  test("say once what is wrong with one", () => {
    const read = () => readVariables({ ...sets, OIDC_ISSUER: "http://id.example.com" });
    expect(read).toThrow(
      /^The environment has mistakes:\n {2}OIDC_ISSUER must be an https address/,
    );
    expect(read).not.toThrow(/must be set/);
  });

  test.each(["http://localhost:8080/a", "http://127.0.0.1:1", "http://[::1]:9000", "https://a/"])(
    "take the issuer %s as it is",
    (OKTA_ISSUER) => {
      expect(readVariables({ ...sets, OKTA_ISSUER }).OKTA_ISSUER).toBe(OKTA_ISSUER);
    },
  );

  test.each([
    "id.example.com",
    "http://id.example.com",
    "http://localhost.example.com",
    "https://a?b",
    "https://a#",
    "https://user@a",
  ])("refuse the issuer %s", (OKTA_ISSUER) => {
    expect(() => readVariables({ ...sets, OKTA_ISSUER })).toThrow(/OKTA_ISSUER must be an https/);
  });

  test.each([
    "common",
    "Organizations",
    "consumers",
    "9188040D-6c67-4c5b-b112-36a304b66dad",
    "example.onmicrosoft.com",
  ])("refuse the tenant %s", (ENTRA_TENANT_ID) => {
    expect(() => readVariables({ ...sets, ENTRA_TENANT_ID })).toThrow(
      /ENTRA_TENANT_ID must be the id of one tenant/,
    );
  });
});

test("the README names every variable, and no other", async () => {
  const readme = await readFile("README.md", "utf8");
  const documented = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual(variableNames.toSorted());
});
