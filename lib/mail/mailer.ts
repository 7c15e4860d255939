/** Sends one mail over one connection, and says what came of it. Knows nothing of queues and tables. */
import "server-only";
import { once } from "node:events";
import net, { type Socket } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import tls from "node:tls";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import type { Sender, SmtpServer } from "@/lib/smtp";
import { hideSecrets } from "./hide-secrets";
import { composeMessage, type MailMessage } from "./message";
import { outcomeOf, tidyReply, type Outcome } from "./outcome";

export interface MailerOptions {
  server: SmtpServer;
  from: Sender;
  /** How this machine names itself to mail servers. */
  mailName: string;
  /** PEM of authorities that are trusted beside the public ones. */
  ca?: string | undefined;
  timeouts?: Timeouts;
}

interface Timeouts {
  connectMs: number;
  greetingMs: number;
  /** Without a byte from the server. */
  idleMs: number;
  /** For all of it. */
  totalMs: number;
}

const defaultTimeouts: Timeouts = {
  connectMs: 10_000,
  greetingMs: 30_000,
  idleMs: 60_000,
  totalMs: 75_000,
};
const QUIT_MS = 5_000;
const FINAL_DOT_AFTER_MS = 50;

export interface Mailer {
  /**
   * @param mayHandOver is asked when the server has taken the address, before it gets the first byte of the mail:
   *   where it says no, or throws, the mail is not sent
   */
  send: (message: MailMessage, mayHandOver?: () => Promise<boolean>) => Promise<Outcome>;
}

export function createMailer(options: MailerOptions): Mailer {
  return {
    send: async (message, mayHandOver = () => Promise.resolve(true)) => {
      const body = await composeMessage(message, options);
      return send(options, { ...message, ...beginning(), body, mayHandOver });
    },
  };
}

interface Letter extends MailMessage {
  body: Buffer;
  mayHandOver: () => Promise<boolean>;
  /** What came of asking, once somebody was asked. */
  leave: Promise<boolean>;
  /** From the moment on in which the server may have all of it. */
  isHandedOver: boolean;
  /** Aborted once it is known that it was not sent: nobody is asked then, and no more of it is read. */
  reading: AbortController;
}

function beginning() {
  return { leave: Promise.resolve(false), isHandedOver: false, reading: new AbortController() };
}

async function send(options: MailerOptions, letter: Letter): Promise<Outcome> {
  const { server, timeouts = defaultTimeouts } = options;
  const socket = net.connect({ host: server.host, port: server.port });
  const connection = connectionOver(socket, options);
  try {
    const outcome = await within(timeouts.totalMs, converse(socket, connection, options, letter));
    connection.quit();
    setTimeout(() => hangUp(socket, connection), QUIT_MS).unref();
    return outcome;
  } catch (error) {
    // Without the final dot, which is never sent now, a server drops whatever it has of the mail.
    hangUp(socket, connection);
    letter.reading.abort();
    // Whoever is being asked must have answered before anybody writes down what came of the mail.
    await letter.leave.catch(() => undefined);
    if (error instanceof NotHandedOver) return withdrawn(error);
    const hide = (reply: string) => hideSecrets(reply, letter.text, server.auth);
    return outcomeOf(toError(error), { isHandedOver: letter.isHandedOver, hide });
  }
}

function connectionOver(
  socket: Socket,
  { server, mailName, ca, timeouts = defaultTimeouts }: MailerOptions,
): SMTPConnection {
  return new SMTPConnection({
    connection: socket,
    host: server.host,
    secure: server.isTls,
    name: mailName,
    tls: ca === undefined ? {} : { ca: [...tls.rootCertificates, ca] },
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.idleMs,
  });
}

/** By the socket that encrypts, where there is one: Node may crash when the one below goes first. */
function hangUp(socket: Socket, { _socket }: { _socket: Socket | false }): void {
  (_socket || socket).destroy();
}

async function converse(
  socket: Socket,
  connection: SMTPConnection,
  options: MailerOptions,
  letter: Letter,
): Promise<Outcome> {
  const { timeouts = defaultTimeouts } = options;
  socket.on("error", () => undefined);
  await within(timeouts.connectMs, once(socket, "connect"));
  return Promise.race([failureOf(connection), dialogue(connection, options, letter)]);
}

/** Never comes back, and fails as soon as the connection does. */
function failureOf(connection: SMTPConnection): Promise<never> {
  return new Promise((_, reject) => {
    connection.on("error", reject);
    connection.on("end", () => reject(new Error("it closed the connection")));
  });
}

async function dialogue(
  connection: SMTPConnection,
  { server, from }: MailerOptions,
  letter: Letter,
): Promise<Outcome> {
  await called((done) => connection.connect(done));
  if (server.auth !== null) {
    if (!connection.secure && !isThisMachine(server.host)) return unencrypted;
    const { user, password: pass } = server.auth;
    await called((done) => connection.login({ user, pass }, done));
  }
  const envelope = { from: from.address, to: letter.to, size: letter.body.length };
  const content = Readable.from(contentOf(letter), { objectMode: false });
  const sent = await called<SMTPConnection.SentMessageInfo>((done) => {
    connection.send(envelope, content, (error, info) => {
      // The library reads it to its end all the same, into nothing.
      if (error) letter.reading.abort();
      done(error, info);
    });
  });
  return { kind: "accepted", reply: tidyReply(sent?.response ?? "") };
}

const unencrypted: Outcome = {
  kind: "delayed",
  reason:
    "The mail server offers no encryption (STARTTLS), and the password in SMTP_URL is not sent without it.",
};

/** Read once the server has said that it takes the mail. */
async function* contentOf(letter: Letter): AsyncGenerator<Buffer> {
  const { signal } = letter.reading;
  if (signal.aborted) return;
  letter.leave = letter.mayHandOver();
  const mayGo = await letter.leave.catch((error: unknown) => {
    throw new NotHandedOver(toError(error));
  });
  if (!mayGo) throw new NotHandedOver(null);
  yield letter.body;
  // A server that ends the connection in mid-mail is heard before the dot is sent: the mail can be sent again then.
  await pause(FINAL_DOT_AFTER_MS, undefined, { signal });
  letter.isHandedOver = true;
}

class NotHandedOver extends Error {
  /** Why nobody could say whether it may be; null where the answer was no. */
  readonly trouble: Error | null;

  constructor(trouble: Error | null) {
    super("the mail was not handed over");
    this.trouble = trouble;
  }
}

function withdrawn({ trouble }: NotHandedOver): Outcome {
  if (trouble) throw trouble;
  return { kind: "withdrawn" };
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || (net.isIPv4(host) && host.startsWith("127."));
}

type Callback<T> = (error?: Error | null, result?: T) => void;

function called<T>(work: (done: Callback<T>) => void): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    work((error, result) => (error ? reject(error) : resolve(result)));
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = pause(ms, undefined, timer).then(() => {
    throw Object.assign(new Error("it took too long"), { code: "ETIMEDOUT" });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}

/** Of a host with several addresses, none of which answered, the first one's error. */
function toError(error: unknown): SMTPConnection.SMTPError {
  if (error instanceof AggregateError) return toError(error.errors[0]);
  return error instanceof Error ? error : new Error(String(error));
}
