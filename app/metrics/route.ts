import { metricsText } from "@/lib/metrics";

/** Prometheus' scrape; 404 unless metrics are switched on. */
export async function GET(): Promise<Response> {
  const metrics = await metricsText();
  if (!metrics) return new Response("Metrics are off. Set METRICS=on.\n", { status: 404 });
  return new Response(metrics.body, { headers: { "Content-Type": metrics.contentType } });
}
