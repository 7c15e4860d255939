import { noPage } from "@/lib/api/envelope";
import { metricsText } from "@/lib/metrics";

const headers = { "X-Content-Type-Options": "nosniff", "Content-Security-Policy": noPage };

/** Prometheus' scrape; 404 unless metrics are switched on. */
export async function GET(): Promise<Response> {
  const metrics = await metricsText();
  if (!metrics) {
    return new Response("Metrics are off. Set METRICS=on.\n", { status: 404, headers });
  }
  return new Response(metrics.body, {
    headers: { ...headers, "Content-Type": metrics.contentType },
  });
}
