// Of several workers any one may be asked for the metrics of all: it asks the leader, which asks each of them.
import "server-only";
import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import { AggregatorRegistry, type Registry } from "prom-client";
import { isRecord } from "./wire";

interface Question {
  metricsFor: string;
}

interface Answer extends Question {
  /** Null where a worker did not say its own. */
  text: string | null;
}

/** In the leader. */
export function answerForWorkers(): void {
  const all = new AggregatorRegistry();
  cluster.on("message", (worker, message: unknown) => {
    if (!isQuestion(message)) return;
    const send = (text: string | null) => worker.send({ ...message, text });
    void all.clusterMetrics().then(send, () => send(null));
  });
}

/** In a worker: shows its registry to the leader. */
export function showToLeader(registry: Registry): void {
  AggregatorRegistry.setRegistries([registry]);
  // Making one is what listens for the leader.
  new AggregatorRegistry();
}

/** In a worker. @throws when a worker did not say its own in time */
export function metricsOfWorkers(): Promise<string> {
  const question: Question = { metricsFor: randomUUID() };
  return new Promise((resolve, reject) => {
    process.on("message", function take(message: unknown) {
      if (!isAnswer(message) || message.metricsFor !== question.metricsFor) return;
      process.off("message", take);
      if (message.text === null) reject(new Error("A worker did not say its metrics in time."));
      else resolve(message.text);
    });
    process.send?.(question);
  });
}

function isQuestion(message: unknown): message is Question {
  return isRecord(message) && typeof message["metricsFor"] === "string";
}

function isAnswer(message: unknown): message is Answer {
  return isQuestion(message) && "text" in message;
}
