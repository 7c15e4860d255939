// What the browser tests and the server they test agree on.
import path from "node:path";

const dataDir = path.resolve(".data/e2e");

export const setupToken = "e2e-setup-token";
export const masterKey = "e2e-master-key-of-at-least-32-characters";
export const secret = "e2e-secret-of-at-least-32-characters-long";
export const postgresDir = path.join(dataDir, "postgres");

export function serverEnvironment(port: number): Record<string, string> {
  return {
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
