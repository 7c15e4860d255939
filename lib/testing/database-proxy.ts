// A database that can be taken away and given back: a TCP proxy in front of the worker's own.
import net, { type AddressInfo, type Socket } from "node:net";
import { closeDatabase } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";

export interface DatabaseProxy {
  /** Cuts every connection and refuses new ones. */
  takeAway: () => Promise<void>;
  giveBack: () => Promise<void>;
  /** Lets nothing through, without a word. */
  hold: () => void;
  letGo: () => void;
  /** Lets the process speak to its database directly again. */
  remove: () => Promise<void>;
}

export async function proxyDatabase(): Promise<DatabaseProxy> {
  const configured = env();
  const url = new URL(configured.DATABASE_URL);
  const sockets = new Set<Socket>();
  let isHeld = false;
  let server = createServer();
  const port = await listen(server, 0);
  await closeDatabase();
  // Not over the socket, which would go past it.
  url.searchParams.delete("host");
  settleEnv({ ...configured, DATABASE_URL: Object.assign(url, { port: String(port) }).href });

  async function takeAway() {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    takeAway,
    hold() {
      isHeld = true;
      for (const socket of sockets) socket.pause();
    },
    letGo() {
      isHeld = false;
      for (const socket of sockets) socket.resume();
    },
    async giveBack() {
      server = createServer();
      await listen(server, port);
    },
    async remove() {
      await closeDatabase();
      await takeAway();
      settleEnv(configured);
    },
  };

  function createServer() {
    const target = new URL(configured.DATABASE_URL);
    return net.createServer((incoming) => {
      const outgoing = net.connect(Number(target.port), target.hostname);
      for (const socket of [incoming, outgoing]) {
        sockets.add(socket);
        socket.on("error", () => undefined);
        socket.on("close", () => {
          sockets.delete(socket);
          incoming.destroy();
          outgoing.destroy();
        });
      }
      incoming.pipe(outgoing).pipe(incoming);
      if (isHeld) for (const socket of [incoming, outgoing]) socket.pause();
    });
  }
}

function listen(server: net.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(portOf(server.address())));
  });
}

export function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address ? address.port : 0;
}
