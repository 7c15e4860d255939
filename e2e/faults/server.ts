// A server of a test's own, to be killed.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { portForLater } from "../../scripts/lib/ports.mjs";
import { masterKey, secret } from "../environment";

const READY_TIMEOUT_MS = 120_000;

export class TestServer {
  readonly dataDir: string;
  readonly port: number;
  readonly script: string;
  output = "";
  private child: ChildProcess | undefined;

  private constructor(dataDir: string, port: number, script: string) {
    this.dataDir = dataDir;
    this.port = port;
    this.script = script;
  }

  /** @param script `scripts/start.mjs`, or the one for development */
  static async create(script = "scripts/start.mjs"): Promise<TestServer> {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), "muster-faults-"));
    const port = await portForLater("127.0.0.1");
    return new TestServer(dataDir, port, script);
  }

  get postgresDir(): string {
    return path.join(this.dataDir, "postgres");
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async start(environment: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, [this.script], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        PORT: String(this.port),
        HOST: "127.0.0.1",
        MUSTER_DATA_DIR: this.dataDir,
        MUSTER_SECRET: secret,
        MUSTER_MASTER_KEY: masterKey,
        LOG_LEVEL: "error",
        ...environment,
      },
    });
    this.child = child;
    const saidBefore = this.output.length;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    }
    // Of several workers, one may answer while another still starts, whose end is then the end of all.
    await this.untilReady(() => this.output.includes("Muster listens on", saidBefore));
  }

  /** Asks until the server says that it can serve. */
  async untilReady(hasStarted = () => true): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline) {
      const answer = await this.call("GET", "/api/ready").catch(() => null);
      if (answer?.ok && hasStarted()) return;
      if (this.child?.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server is not ready:\n${this.output}`);
  }

  call(method: string, pathname: string, body?: unknown, headers: Record<string, string> = {}) {
    return fetch(`http://127.0.0.1:${String(this.port)}${pathname}`, {
      method,
      headers: { Authorization: `Bearer ${masterKey}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** @returns the exit code; null when the signal ended it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  async remove(): Promise<void> {
    await this.end("SIGTERM");
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
