import cluster from "node:cluster";
import path from "node:path";
import { createServer, type RequestListener, type Server } from "node:http";
import { database } from "@/lib/db/client";
import { env, readVariables } from "@/lib/env";
import { logger } from "@/lib/logger";
import { prepareMetrics } from "@/lib/metrics";
import { prepareEnvironment } from "@/lib/server/environment";
import { createForwarding } from "@/lib/server/forwarding";
import { createHttpServer, drain, listen } from "@/lib/server/http-server";
import { createLifecycle, type Lifecycle } from "@/lib/server/lifecycle";
import { createListener } from "@/lib/server/listener";
import { createPageGuard } from "@/lib/server/page-guard";
import { startWorkers } from "@/lib/server/workers";
import { tryPort } from "@/scripts/lib/ports.mjs";

interface Mode {
  dev: boolean;
}

/** Starts everything, in the order in which one needs the other, and serves until a signal comes. */
export async function main(mode: Mode): Promise<void> {
  const lifecycle = createLifecycle();
  try {
    if (cluster.isWorker) await work(mode, lifecycle);
    else await lead(mode, lifecycle);
  } catch (error) {
    await lifecycle.fail(error);
  }
}

/** Once for all: what there must be before anybody is served, and the jobs. */
async function lead(mode: Mode, lifecycle: Lifecycle): Promise<void> {
  const { onStop, fail } = lifecycle;
  await checkPort();
  await prepareEnvironment({ log: console.log, onStop });

  // What reads the environment while it loads comes after it is settled.
  const { boot } = await import("@/lib/server/boot");
  const { stop, setupUrl } = await boot();
  onStop(stop);

  const { MUSTER_WORKERS: count, MUSTER_BASE_URL } = env();
  const warn = (message: string) => logger().warn(message);
  const isAlone = mode.dev || count === 1;
  const port = isAlone
    ? await serve(mode, lifecycle)
    : await startWorkers({ count, onStop, fail, warn });
  console.log(`Muster listens on ${MUSTER_BASE_URL ?? `http://localhost:${port}`}`);
  if (setupUrl !== null) console.log(`Create the super admin at ${setupUrl}`);
}

/** One of several that serve, started by the one that leads, which has settled the environment. */
async function work(mode: Mode, lifecycle: Lifecycle): Promise<void> {
  const { closeDatabase } = await import("@/lib/db/client");
  lifecycle.onStop(closeDatabase);
  prepareMetrics();
  await serve(mode, lifecycle);
}

/** @returns the port that it listens on */
async function serve({ dev }: Mode, { onStop }: Lifecycle): Promise<number> {
  let answer: RequestListener = () => undefined;
  const server = createHttpServer((request, response) => answer(request, response));
  const answerByNext = await prepareNext({ dev, server, onStop });
  answer = createListener({
    forward: createForwarding({
      trustedProxies: env().TRUST_PROXY,
      warn: (message) => logger().warn(message),
    }),
    dispatch: dev ? null : await loadDispatcher(),
    answerByNext: createPageGuard(() => database().pool.query("SELECT 1"), answerByNext),
    defaultHost: new URL(env().MUSTER_BASE_URL ?? "http://localhost").host,
  });

  const port = await listen(server, { port: env().PORT, host: env().HOST });
  onStop(() => drain(server));
  return port;
}

async function checkPort(): Promise<void> {
  const { PORT, HOST } = readVariables();
  const free = await tryPort({ port: PORT, host: HOST }).catch((error: unknown) => {
    throw new Error(`Muster cannot listen on ${HOST}: ${String(error)}.`);
  });
  if (free === null)
    throw new Error(`Port ${PORT} is taken: stop what listens there, or set PORT.`);
}

async function prepareNext({
  dev,
  server,
  onStop,
}: Mode & { server: Server } & Pick<Lifecycle, "onStop">) {
  const { default: next } = await import("next");
  const app = next({
    dev,
    dir: path.resolve("."),
    hostname: env().HOST,
    port: env().PORT,
    // Next adds an upgrade listener to it, after which Node hands every `Upgrade:` request to that alone.
    httpServer: dev ? server : createServer(),
  });
  await app.prepare();
  onStop(() => app.close());
  const handle = app.getRequestHandler();
  return (...[request, response]: Parameters<RequestListener>) => void handle(request, response);
}

async function loadDispatcher() {
  const { createDispatcher } = await import("@/lib/api/dispatch");
  const { routes } = await import("virtual:routes");
  return createDispatcher(routes);
}
