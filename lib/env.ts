import "server-only";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { readSender, readSmtpUrl } from "./smtp";

export const minSecretLength = 32;
const databaseProtocol = /^postgres(ql)?$/;
const webProtocol = /^https?$/;

const MOST_WORKERS = 32;

const shape = {
  PORT: wholeNumber(65_535).prefault("3000"),
  HOST: z.string().default("0.0.0.0"),
  MUSTER_BASE_URL: origin().optional(),
  DATABASE_URL: z
    .url({ protocol: databaseProtocol, error: "must be a URL like postgresql://user@host/name" })
    .optional(),
  MUSTER_DATA_DIR: z
    .string()
    .default(".data")
    .transform((dir) => path.resolve(dir)),
  MUSTER_SECRET: secret().optional(),
  MUSTER_MASTER_KEY: secret().optional(),
  MUSTER_SETUP_TOKEN: z.string().optional(),
  SMTP_URL: read(
    readSmtpUrl,
    "must be a URL like smtp://user:password@host:587 or smtps://host, special characters of user and password percent-encoded (@ is %40)",
  ).optional(),
  MAIL_FROM: read(
    readSender,
    "must be an address such as muster@example.com, or Name <muster@example.com>",
  ).optional(),
  SMTP_CA_FILE: read(
    readCertificates,
    "must be a file that can be read, with certificates in PEM form",
  ).optional(),
  OIDC_ISSUER: issuer().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(64, "must have at most 64 characters").default("Single sign-on"),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  ENTRA_TENANT_ID: z
    .string()
    .refine(
      isOwnTenant,
      "must be the id of one tenant, such as 5f2c3a10-…: with common, organizations or consumers anybody at Microsoft could come",
    )
    .transform((id) => id.toLowerCase())
    .optional(),
  ENTRA_CLIENT_ID: z.string().optional(),
  ENTRA_CLIENT_SECRET: z.string().optional(),
  OKTA_ISSUER: issuer().optional(),
  OKTA_CLIENT_ID: z.string().optional(),
  OKTA_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  CORS_ALLOWED_ORIGINS: z.string().default("").transform(splitAtCommas).pipe(z.array(origin())),
  TRUST_PROXY: z
    .string()
    .default("off")
    .transform((count) => (count === "off" ? "0" : count))
    .pipe(wholeNumber(100)),
  MUSTER_WORKERS: z
    .string()
    .default("1")
    .transform((count) => (count === "auto" ? String(spareCores()) : count))
    .pipe(
      wholeNumber(MOST_WORKERS).refine((count) => count > 0, {
        error: "must be auto, or 1 and more",
      }),
    ),
  METRICS: z
    .enum(["on", "off"], "must be on or off")
    .default("off")
    .transform((choice) => choice === "on"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be trace, debug, info, warn, error, fatal or silent",
    })
    .default("info"),
};

/** What each provider needs: all of it, or nothing. */
const providerSets = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["ENTRA_TENANT_ID", "ENTRA_CLIENT_ID", "ENTRA_CLIENT_SECRET"],
  ["OKTA_ISSUER", "OKTA_CLIENT_ID", "OKTA_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
] as const;

const base = z.object(shape).refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ["MAIL_FROM"],
  error: "must be set where SMTP_URL is: mail needs an address that it is sent from",
  when: () => true,
});
const variables = providerSets.reduce(
  (schema, names) => names.reduce((all, name) => all.refine(...needed(name, names)), schema),
  base,
);

type Named = Partial<Record<(typeof providerSets)[number][number], unknown>>;

function needed(name: keyof Named, names: readonly (keyof Named)[]) {
  const others = names.filter((other) => other !== name);
  const isThere = (values: Named) =>
    values[name] !== undefined || others.every((other) => values[other] === undefined);
  return [
    isThere,
    {
      path: [name],
      error: `must be set where ${others.join(" or ")} is: a provider needs all of them`,
      when: () => true,
    },
  ] satisfies Parameters<typeof base.refine>;
}

export const variableNames = Object.keys(shape);
/** What the environment says. */
export type Variables = z.infer<typeof variables>;
/** The same, with what main() has found or made for what was missing. */
export type Env = Variables & Record<"DATABASE_URL" | "MUSTER_SECRET", string>;

declare global {
  /** Pages and the server are different bundles of one process and must agree. */
  var musterEnv: Env | undefined;
}

/**
 * Reads and checks the environment; an empty variable counts as missing.
 *
 * @throws an error whose message lists every problem, a line each
 */
export function readVariables(source: Record<string, string | undefined> = process.env): Variables {
  const given = Object.entries(source).filter(([, value]) => value !== "");
  const result = variables.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;

  const problems = result.error.issues.map(
    (issue) => `  ${String(issue.path[0])} ${issue.message}.`,
  );
  throw new Error(`The environment has mistakes:\n${[...new Set(problems)].join("\n")}`);
}

/** Fixes the environment for all of the process, libraries that read it by themselves included. */
export function settleEnv(settled: Env): void {
  globalThis.musterEnv = Object.freeze({ ...settled });
  Object.assign(process.env, {
    DATABASE_URL: settled.DATABASE_URL,
    MUSTER_SECRET: settled.MUSTER_SECRET,
    NEXTAUTH_SECRET: settled.MUSTER_SECRET,
    // It is told where this server is with each request, by us.
    NEXTAUTH_URL: "",
    AUTH_TRUST_HOST: "true",
  });
}

export function env(): Env {
  if (globalThis.musterEnv) return globalThis.musterEnv;
  const { DATABASE_URL, MUSTER_SECRET, ...rest } = readVariables();
  if (!DATABASE_URL || !MUSTER_SECRET)
    throw new Error("The environment was read before the start.");
  settleEnv({ ...rest, DATABASE_URL, MUSTER_SECRET });
  return env();
}

/** One is left to the database and to what else there is. */
function spareCores(): number {
  return Math.min(MOST_WORKERS, Math.max(1, os.availableParallelism() - 1));
}

function wholeNumber(max: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) <= max, {
      error: `must be a whole number from 0 to ${max}`,
    })
    .transform(Number);
}

/** A text that `reader` makes something of; it says null to what is none. */
function read<T>(reader: (text: string) => T | null, error: string) {
  return z.string().transform((text, ctx) => {
    const value = reader(text);
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });
}

/** @returns the text of the file */
function readCertificates(file: string): string | null {
  try {
    const text = readFileSync(file, "utf8");
    new X509Certificate(text);
    return text;
  } catch {
    return null;
  }
}

function secret() {
  return z.string().min(minSecretLength, `must have at least ${minSecretLength} characters`);
}

function origin() {
  const error = "must be an http or https address without a path, like https://muster.example.com";
  return z
    .string()
    .refine((value) => isOrigin(value), error)
    .transform((value) => new URL(value).origin);
}

/** Kept as it is written: providers name themselves by it, with or without a slash at its end. */
function issuer() {
  return z
    .string()
    .refine(isIssuer, "must be an https address without ? and #, or http on this machine");
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(value);
  if (search + hash + username + password !== "" || /[?#\s]/.test(value)) return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}

/** The tenant in which Microsoft keeps everybody's private accounts. */
const PRIVATE_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

function isOwnTenant(id: string): boolean {
  return z.guid().safeParse(id).success && id.toLowerCase() !== PRIVATE_ACCOUNTS;
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { origin: own, href, protocol } = new URL(value);
  return webProtocol.test(protocol.slice(0, -1)) && href === `${own}/`;
}

function splitAtCommas(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
