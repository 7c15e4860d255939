// What the browser tests and the server they test agree on.
import path from "node:path";

const dataDir = path.resolve(".data/e2e");

export const setupToken = "e2e-setup-token";
export const masterKey = "e2e-master-key-of-at-least-32-characters";
export const secret = "e2e-secret-of-at-least-32-characters-long";
export const postgresDir = path.join(dataDir, "postgres");

/** Where the provider of the tests is, which `e2e/provider.ts` starts. */
export function issuerAt(port: number): string {
  return `http://127.0.0.1:${String(port)}`;
}

/** What people sign in by, beside passwords. */
export const providerName = "Acme ID";

/** Of a server whose people sign in by the provider of the tests. */
export function providerEnvironment(issuer: string): Record<string, string> {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "muster",
    OIDC_CLIENT_SECRET: "the-secret-of-the-client",
    OIDC_NAME: providerName,
  };
}

export function serverEnvironment(port: number, providerPort: number): Record<string, string> {
  return {
    ...providerEnvironment(issuerAt(providerPort)),
    PORT: String(port),
    HOST: "127.0.0.1",
    MUSTER_DATA_DIR: dataDir,
    MUSTER_SECRET: secret,
    MUSTER_MASTER_KEY: masterKey,
    MUSTER_SETUP_TOKEN: setupToken,
    MUSTER_BASE_URL: "",
    DATABASE_URL: "",
    LOG_LEVEL: "warn",
    NODE_OPTIONS: "",
  };
}
