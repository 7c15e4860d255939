import "server-only";
import type { Socket } from "node:net";
import type pg from "pg";

// While one waits for a slow read, the other goes on.
const CONNECTIONS = 2;
/** What takes longer is none of the reads that this is for, and holds up those behind it. */
const LONGEST_READ_MS = 2_000;

export interface Pipeline {
  /** Never a transaction, nor anything that waits for a lock or has many rows. @throws what the driver throws */
  query: <Row extends object>(query: pg.QueryConfig) => Promise<Row[]>;
  close: () => Promise<void>;
}

interface Lane {
  client: pg.Client;
  socket: Socket;
  opened: Promise<unknown>;
  /** How many reads are under way. */
  busy: number;
}

interface Options {
  makeSocket: () => Socket;
  /** Of a client that goes over the socket, with `pipeline: true`, and is not connected yet. */
  makeClient: (socket: Socket) => pg.Client;
  /** A statement for each connection before it is used. */
  onConnect: string;
}

/**
 * A few connections for short reads: these go out without waiting for the answers to those before them (PostgreSQL's
 * pipelining, "Message Flow" of its manual). Each read is a transaction of its own, and fails alone.
 * What is asked in the same turn of the event loop leaves in one system call, but over TLS.
 */
export function createPipeline({ makeSocket, makeClient, onConnect }: Options): Pipeline {
  const lanes = new Set<Lane>();

  function open(): Lane {
    const socket = makeSocket();
    const client = makeClient(socket);
    const lane = { client, socket, opened: connect(client), busy: 0 };
    const drop = () => lanes.delete(lane);
    client.on("error", drop).on("end", drop);
    lane.opened.catch(() => {
      drop();
      socket.destroy();
    });
    lanes.add(lane);
    return lane;
  }

  async function connect(client: pg.Client): Promise<void> {
    await client.connect();
    await client.query(`SET statement_timeout = ${String(LONGEST_READ_MS)}`);
    await client.query(onConnect);
  }

  function choose(): Lane {
    const [best] = [...lanes].sort((one, other) => one.busy - other.busy);
    const isFree = best?.busy === 0;
    return best && (isFree || lanes.size === CONNECTIONS) ? best : open();
  }

  return {
    async query<Row extends object>(query: pg.QueryConfig) {
      const lane = choose();
      lane.busy += 1;
      try {
        await lane.opened;
        if (lane.busy > 1) gather(lane.socket);
        return (await lane.client.query<Row>(query)).rows;
      } finally {
        lane.busy -= 1;
      }
    },

    async close() {
      // One that is connecting can be ended only afterwards.
      const ends = [...lanes].map(({ opened, client }) => opened.then(() => client.end()));
      await Promise.allSettled(ends);
    },
  };
}

/** Holds back what is written until the event loop has turned: others are likely to write as well. */
function gather(socket: Socket): void {
  if (socket.writableCorked > 0) return;
  socket.cork();
  setImmediate(() => socket.uncork());
}
