import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * @param {{ port: number, host: string }} address port 0 stands for any
 * @returns {Promise<number | null>} the port that could be listened on, null when it is taken
 */
export function tryPort({ port, host }) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const free = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(free));
    });
  });
}

/**
 * A port for a server that starts later, of those that systems give to nobody who asks for any.
 *
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function portForLater(host) {
  for (;;) {
    const port = await tryPort({ port: randomInt(10_000, 32_000), host });
    if (port !== null) return port;
  }
}
