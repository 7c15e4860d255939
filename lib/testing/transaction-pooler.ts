// What a transaction pooler looks like from outside: many connections, one session of the database behind them.
import net, { type Socket } from "node:net";
import pg from "pg";
import { portOf } from "./database-proxy";

export interface TransactionPooler {
  url: string;
  stop: () => Promise<void>;
}

/** Knows only statements without parameters, whatever the password. */
export async function startTransactionPooler(databaseUrl: string): Promise<TransactionPooler> {
  const session = new pg.Client(databaseUrl);
  await session.connect();
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => {
      // To its startup message: you are in.
      socket.write(Buffer.concat([message("R", int32(0)), ready]));
      socket.on("data", (data) => void answer(session, socket, data));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = Object.assign(new URL(databaseUrl), { port: String(portOf(server.address())) });
  url.searchParams.delete("host");
  return {
    url: url.href,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await session.end();
    },
  };
}

async function answer(session: pg.Client, socket: Socket, data: Buffer): Promise<void> {
  const isQuery = data.toString("latin1", 0, 1) === "Q";
  if (!isQuery) return void socket.end();
  const text = data.toString("utf8", 5, data.length - 1);
  const { fields, rows } = await session.query<(string | null)[]>({
    text,
    rowMode: "array",
    types: { getTypeParser: () => String },
  });
  const columns = fields.map(({ name, dataTypeID }) =>
    Buffer.concat([
      cString(name),
      int32(0),
      int16(0),
      int32(dataTypeID),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  );
  const described = message("T", int16(columns.length), ...columns);
  const lines = rows.map((row) => message("D", int16(row.length), ...row.map(value)));
  socket.write(Buffer.concat([described, ...lines, message("C", cString("SELECT")), ready]));
}

function value(text: string | null): Buffer {
  if (text === null) return int32(-1);
  const bytes = Buffer.from(text);
  return Buffer.concat([int32(bytes.length), bytes]);
}

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
}

const ready = message("Z", Buffer.from("I"));

function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`);
}

function int16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(number);
  return bytes;
}

function int32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return bytes;
}
