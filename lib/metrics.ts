import "server-only";
import cluster from "node:cluster";
import { Histogram, Registry, collectDefaultMetrics, Gauge } from "prom-client";
import { env } from "@/lib/env";
import { database } from "@/lib/db/client";
import { metricsOfWorkers, tellLeader } from "./worker-metrics";

function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "muster_http_request_duration_seconds",
    help: "Duration of API requests by contract path.",
    labelNames: ["method", "path", "status"] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: "muster_database_connections",
    help: "Connections of the database pool by state.",
    labelNames: ["state"] as const,
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database().pool;
      this.set({ state: "total" }, totalCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "waiting" }, waitingCount);
    },
  });
  if (cluster.isWorker) tellLeader(registry);
  return { registry, requests };
}

type Metrics = ReturnType<typeof createMetrics>;

declare global {
  /** Pages and route handlers are different bundles of one process; they count in one place. */
  var musterMetrics: Metrics | undefined;
}

function metrics(): Metrics {
  globalThis.musterMetrics ??= createMetrics();
  return globalThis.musterMetrics;
}

export function observeRequest(
  { method, path, status }: { method: string; path: string; status: number },
  ms: number,
): void {
  if (!env().METRICS) return;
  metrics().requests.observe({ method, path, status: String(status) }, ms / 1000);
}

/** For a process that others may ask for its metrics before it has had a request. */
export function prepareMetrics(): void {
  if (env().METRICS) metrics();
}

/** Everything in Prometheus' text format, of all workers together; null when metrics are off. */
export async function metricsText(): Promise<{ contentType: string; body: string } | null> {
  if (!env().METRICS) return null;
  const { registry } = metrics();
  const body = await (cluster.isWorker ? metricsOfWorkers() : registry.metrics());
  return { contentType: registry.contentType, body };
}
