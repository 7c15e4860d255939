// Several processes behind one port: one leads, the others answer.
import "server-only";
import cluster, { type Address, type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { answerForWorkers } from "@/lib/worker-metrics";
import type { Lifecycle } from "./lifecycle";

/** What dies while it starts would else be started all the time. */
const restartDelayMs = 1_000;

interface Options extends Pick<Lifecycle, "onStop"> {
  count: number;
  warn: (message: string) => void;
}

/**
 * Starts processes that answer requests, and others in place of those that end.
 * @returns the port that they listen on
 * @throws when one of the first does not start
 */
export async function startWorkers({ count, onStop, warn }: Options): Promise<number> {
  let isStopping = false;
  onStop(stop);
  answerForWorkers();
  const [port = 0] = await Promise.all(Array.from({ length: count }, startOne));
  return port;

  async function startOne(): Promise<number> {
    const worker = cluster.fork();
    const ended = once(worker, "exit");
    const port = await Promise.race([untilListening(worker), ended.then(() => null)]);
    if (port === null) throw new Error("A worker ended while it started: see its message above.");
    void ended.then(replace);
    return port;
  }

  async function replace(): Promise<void> {
    while (!isStopping) {
      warn("A worker has ended. Another one is started in its place.");
      await sleep(restartDelayMs);
      if (await isReplaced()) return;
    }
  }

  function isReplaced(): Promise<boolean> | boolean {
    return (
      isStopping ||
      startOne().then(
        () => true,
        () => false,
      )
    );
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

async function stopOne(worker: Worker | undefined): Promise<void> {
  if (!worker || worker.isDead()) return;
  const ended = once(worker, "exit");
  worker.process.kill("SIGTERM");
  await ended;
}
