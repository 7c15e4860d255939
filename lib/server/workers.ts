// Several processes behind one port: one leads, the others answer.
import "server-only";
import cluster, { type Address, type Worker } from "node:cluster";
import { setTimeout as sleep } from "node:timers/promises";
import { answerForWorkers } from "@/lib/worker-metrics";
import type { Lifecycle } from "./lifecycle";

/** What dies while it starts would else be started all the time. */
const restartDelayMs = 1_000;
/** In a row. Whatever watches over the server is told then, by its end. */
const mostFailures = 10;

interface Options extends Pick<Lifecycle, "onStop" | "fail"> {
  count: number;
  warn: (message: string) => void;
}

/**
 * Starts processes that answer requests, and others in place of those that end.
 * @returns the port that they listen on
 * @throws when one of the first does not start
 */
export async function startWorkers({ count, onStop, fail, warn }: Options): Promise<number> {
  let isStopping = false;
  onStop(stop);
  answerForWorkers();
  const [port = 0] = await Promise.all(Array.from({ length: count }, startOne));
  return port;

  async function startOne(): Promise<number> {
    const worker = cluster.fork();
    // Whoever is told something as it dies cannot be.
    worker.on("error", ({ message }) => {
      warn(`A worker cannot be reached: ${message}`);
    });
    const ended = untilEnded(worker);
    const port = await Promise.race([untilListening(worker), ended.then(() => null)]);
    if (port === null) throw new Error("A worker ended while it started: see its message above.");
    void ended.then(replace);
    return port;
  }

  async function replace(): Promise<void> {
    for (let failures = 0; !isStopping; failures += 1) {
      if (failures === mostFailures) return fail(new Error("No worker can be started any more."));
      warn("A worker has ended. Another one is started in its place.");
      await sleep(restartDelayMs);
      if (await tryToStart()) return;
    }
  }

  async function tryToStart(): Promise<boolean> {
    if (isStopping) return true;
    try {
      await startOne();
      return true;
    } catch {
      return false;
    }
  }

  async function stop(): Promise<void> {
    isStopping = true;
    await Promise.all(Object.values(cluster.workers ?? {}).map(stopOne));
  }
}

function untilListening(worker: Worker): Promise<number> {
  return new Promise((resolve) => {
    worker.once("listening", ({ port }: Address) => {
      resolve(port);
    });
  });
}

function untilEnded(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once("exit", () => {
      resolve();
    });
  });
}

async function stopOne(worker: Worker | undefined): Promise<void> {
  if (!worker || worker.isDead()) return;
  const ended = untilEnded(worker);
  worker.process.kill("SIGTERM");
  await ended;
}
