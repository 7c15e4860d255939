// Requests as cheap as they can be made, so that the server is what is measured.
import http from "node:http";
import autocannon from "autocannon";

const agent = new http.Agent({ keepAlive: true });
const inFlight = 16;

/**
 * One request over a connection that stays open.
 *
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, body?: object }} [options]
 * @returns {Promise<{ text: string, firstByteMs: number, ms: number }>}
 */
export function call(url, { method = "GET", headers = {}, body } = {}) {
  const startedAt = performance.now();
  const payload = body ? JSON.stringify(body) : "";
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(body && {
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(payload),
          }),
        },
      },
      (response) => {
        const firstByteMs = performance.now() - startedAt;
        /** @type {Buffer[]} */
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          const ms = performance.now() - startedAt;
          if (response.statusCode === 200 || response.statusCode === 304)
            resolve({ text, firstByteMs, ms });
          else reject(new Error(`${method} ${url} answered ${response.statusCode}: ${text}`));
        });
      },
    );
    request.on("error", reject);
    request.end(payload);
  });
}

/**
 * @param {Partial<autocannon.Options> & { url: string }} options
 * @returns {Promise<number>} answers per second with 16 requests in flight, once it is warm
 */
export async function rateOf(options) {
  await autocannon({ connections: inFlight, duration: 5, ...options });
  const result = await autocannon({ connections: inFlight, duration: 10, ...options });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${options.url} failed ${result.non2xx + result.errors} times.`);
  }
  return result.requests.average;
}
