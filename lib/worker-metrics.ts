// Of several workers any one may be asked for the metrics of all: it asks the leader, which asks each of them.
import "server-only";
import cluster, { type Worker } from "node:cluster";
import { randomUUID } from "node:crypto";
import { AggregatorRegistry, type Registry } from "prom-client";
import { isRecord } from "./wire";

/** A worker that has not answered by then is left out; the leader, who waits for them, has longer. */
const PATIENCE_MS = { "own metrics": 2_000, "metrics of all": 4_000 };

type Topic = keyof typeof PATIENCE_MS;

interface Question {
  id: string;
  topic: Topic;
}

/** One end of the line between a worker and the leader. */
interface Channel {
  on: (event: "message", listener: (message: unknown) => void) => unknown;
  off: (event: "message", listener: (message: unknown) => void) => unknown;
  send?(message: object, handle: undefined, options: undefined, callback: () => void): boolean;
}

/** In the leader. */
export function answerForWorkers(): void {
  const listening = new Set<Worker>();
  cluster.on("listening", (worker) => listening.add(worker));
  cluster.on("exit", (worker) => listening.delete(worker));
  const gather = async () => {
    const own = await Promise.all([...listening].map((worker) => ask(worker, "own metrics")));
    return AggregatorRegistry.aggregate(own.filter(isThere)).metrics();
  };
  cluster.on("fork", (worker) => {
    answer(worker, "metrics of all", gather);
  });
}

/** In a worker: tells the leader what this registry has. */
export function tellLeader(registry: Registry): void {
  answer(process, "own metrics", () => registry.getMetricsAsJSON());
}

/** In a worker. @returns in Prometheus' text format */
export async function metricsOfWorkers(): Promise<string> {
  const text = await ask(process, "metrics of all");
  if (typeof text !== "string") throw new Error("The leading process did not answer in time.");
  return text;
}

function answer(channel: Channel, topic: Topic, make: () => Promise<unknown>): void {
  channel.on("message", (message) => {
    if (!isQuestion(message) || message.topic !== topic || "said" in message) return;
    const reply = (said: unknown) => {
      tell(channel, { ...message, said });
    };
    // Whoever gets no answer goes on without it.
    void make().then(reply, () => undefined);
  });
}

/** @returns undefined where no answer comes in time */
function ask(channel: Channel, topic: Topic): Promise<unknown> {
  const question: Question = { id: randomUUID(), topic };
  return new Promise((resolve) => {
    const timer = setTimeout(end, PATIENCE_MS[topic], undefined);
    channel.on("message", take);
    tell(channel, question);

    function take(message: unknown) {
      if (isQuestion(message) && message.id === question.id && "said" in message) end(message.said);
    }

    function end(said: unknown) {
      clearTimeout(timer);
      channel.off("message", take);
      resolve(said);
    }
  });
}

/** Whether it arrives shows by the answer. */
function tell(channel: Channel, message: object): void {
  channel.send?.(message, undefined, undefined, () => undefined);
}

function isQuestion(message: unknown): message is Question {
  return (
    isRecord(message) && typeof message["id"] === "string" && typeof message["topic"] === "string"
  );
}

function isThere(own: unknown): own is object {
  return typeof own === "object" && own !== null;
}
