import path from "node:path";
import { createServer, type RequestListener, type Server } from "node:http";
import { database } from "@/lib/db/client";
import { env, readVariables } from "@/lib/env";
import { logger } from "@/lib/logger";
import { prepareEnvironment } from "@/lib/server/environment";
import { createForwarding } from "@/lib/server/forwarding";
import { createHttpServer, drain, listen } from "@/lib/server/http-server";
import { createLifecycle, type Lifecycle } from "@/lib/server/lifecycle";
import { createListener } from "@/lib/server/listener";
import { createPageGuard } from "@/lib/server/page-guard";
import { tryPort } from "@/scripts/lib/ports.mjs";

interface Mode {
  dev: boolean;
}

/** Starts everything, in the order in which one needs the other, and serves until a signal comes. */
export async function main(mode: Mode): Promise<void> {
  const lifecycle = createLifecycle();
  try {
    await start(mode, lifecycle);
  } catch (error) {
    await lifecycle.fail(error);
  }
}

async function start({ dev }: Mode, { onStop }: Lifecycle): Promise<void> {
  await checkPort();
  await prepareEnvironment({ log: console.log, onStop });

  // What reads the environment while it loads comes after it is settled.
  const { boot } = await import("@/lib/server/boot");
  const { stop, setupUrl } = await boot();
  onStop(stop);

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
  console.log(`Muster listens on ${env().MUSTER_BASE_URL ?? `http://localhost:${port}`}`);
  if (setupUrl !== null) console.log(`Create the super admin at ${setupUrl}`);
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
