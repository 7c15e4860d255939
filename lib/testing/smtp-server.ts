// A real mail server on loopback that keeps what it is sent, and misbehaves as a test tells it to.
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from "smtp-server";
import { portOf } from "./database-proxy";

interface ReceivedMail {
  from: string;
  to: string[];
  /** As the client named itself. */
  ehlo: string;
  isEncrypted: boolean;
  user: string;
  /** As it came over the wire. */
  source: string;
}

/** What a server does at a command; what it does not say is as it should be. */
export interface Behaviour {
  connect?: () => Misbehaviour;
  mailFrom?: (address: string) => Misbehaviour;
  recipient?: (address: string) => Misbehaviour;
  /** When the first bytes of the mail have come. */
  data?: () => Misbehaviour;
  /** When all of the mail has come. */
  end?: (mail: ReceivedMail) => Misbehaviour | Promise<Misbehaviour>;
}

/** A reply such as `550 5.1.1 No such user`; `hang` for none, `drop` to end the connection, which is not encrypted. */
type Misbehaviour = `${number} ${string}` | "hang" | "drop" | undefined;

interface Options extends Behaviour {
  /** TLS from the first byte. */
  secure?: boolean;
  key?: string;
  cert?: string;
  /** Whether STARTTLS is offered. */
  startTls?: boolean;
  /** Who may sign in; nobody needs to where it is not said. */
  auth?: { user: string; password: string };
}

export interface TestSmtpServer {
  port: number;
  /** What was accepted. */
  mails: ReceivedMail[];
  stop: () => Promise<void>;
}

export async function startSmtpServer(options: Options = {}): Promise<TestSmtpServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    ...tlsOptions(options),
    ...authOptions(options),
    disableReverseLookup: true,
    // Its own rules take addresses of 253 characters at most.
    lenientAddressParsing: true,
    closeTimeout: 100,
    onConnect: (session, done) => react(options.connect?.(), session, done),
    onMailFrom: ({ address }, session, done) => react(options.mailFrom?.(address), session, done),
    onRcptTo: ({ address }, session, done) => react(options.recipient?.(address), session, done),
    onData: (stream, session, done) => {
      // Whoever hangs up in the middle ends the stream with an error.
      receive(stream, session, done).catch(() => undefined);
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  function react(what: Misbehaviour, session: SMTPServerSession, done: Done): void {
    if (what === undefined) done();
    else if (what === "drop") drop(session);
    else if (what !== "hang") done(replyError(what));
  }

  function drop({ remotePort }: SMTPServerSession): void {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  }

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done) {
    if (options.data) stream.once("data", () => react(options.data?.(), session, done));
    const mail = toMail(session, await text(stream));
    if (options.data) return;
    const what = await options.end?.(mail);
    if (what === undefined) mails.push(mail);
    react(what, session, done);
  }

  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server.server.address()),
    mails,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

type Done = (error?: Error | null) => void;

function replyError(reply: string): Error {
  const [, code = "", words = ""] = /^(\d{3}) (.*)$/s.exec(reply) ?? [];
  return Object.assign(new Error(words), { responseCode: Number(code) });
}

function toMail(session: SMTPServerSession, source: string): ReceivedMail {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
    ehlo: session.hostNameAppearsAs,
    isEncrypted: session.secure,
    user: String(session.user ?? ""),
    source,
  };
}

function tlsOptions({ secure = false, key, cert, startTls }: Options): SMTPServerOptions {
  const offersTls = startTls ?? cert !== undefined;
  return { secure, key, cert, hideSTARTTLS: !offersTls };
}

function authOptions({ auth }: Options): SMTPServerOptions {
  if (!auth) return { authOptional: true, disabledCommands: ["AUTH"] };
  return {
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === auth.user && password === auth.password) done(null, { user: username });
      else done(replyError(`535 5.7.8 ${password ?? ""} is not the password of ${username ?? ""}`));
    },
  };
}
