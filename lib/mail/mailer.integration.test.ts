import net from "node:net";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, test } from "vitest";
import { aCertificate, anAuthority } from "@/lib/testing/certificates";
import { portOf } from "@/lib/testing/database-proxy";
import { startSmtpServer, type TestSmtpServer } from "@/lib/testing/smtp-server";
import { createMailer, type Mailer, type MailerOptions } from "./mailer";
import type { Outcome } from "./outcome";

const hello = { to: "grace@example.com", subject: "Hello", text: "Hello.", html: "<p>Hello.</p>" };
const auth = { user: "muster", password: "pass word/é" };

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function aServer(options: Parameters<typeof startSmtpServer>[0]): Promise<TestSmtpServer> {
  const server = await startSmtpServer(options);
  stops.push(server.stop);
  return server;
}

interface MailerSettings extends Partial<Omit<MailerOptions, "server">> {
  server?: Partial<MailerOptions["server"]>;
}

function mailerOf({ port }: { port: number }, settings: MailerSettings = {}): Mailer {
  return createMailer({
    from: { name: "Muster", address: "muster@example.com" },
    mailName: "muster.example.com",
    timeouts: patient,
    ...settings,
    server: { host: "127.0.0.1", port, isTls: false, auth: null, ...settings.server },
  });
}

const patient = { connectMs: 20_000, greetingMs: 20_000, idleMs: 20_000, totalMs: 20_000 };

function patienceOf(ms: number): MailerOptions["timeouts"] {
  return { connectMs: ms, greetingMs: ms, idleMs: ms, totalMs: 20_000 };
}

function said(outcome: Outcome): string {
  switch (outcome.kind) {
    case "accepted":
      return `accepted: ${outcome.reply}`;
    case "withdrawn":
      return "withdrawn";
    default:
      return `${outcome.kind}: ${outcome.reason}`;
  }
}

describe("a mail", () => {
  test("arrives with what it was sent with", async () => {
    const server = await aServer({});
    const outcome = await mailerOf(server).send(hello);
    expect(said(outcome)).toMatch(/^accepted: 250 /);

    expect(server.mails).toMatchObject([
      {
        from: "muster@example.com",
        to: ["grace@example.com"],
        ehlo: "muster.example.com",
        isEncrypted: false,
        user: "",
      },
    ]);
    const mail = await PostalMime.parse(server.mails[0]?.source ?? "");
    expect(mail).toMatchObject({
      from: { name: "Muster", address: "muster@example.com" },
      to: [{ name: "", address: "grace@example.com" }],
      subject: "Hello",
    });
    expect(mail.messageId).toMatch(/^<[\w-]+@muster\.example\.com>$/);
    expect(mail.text?.trim()).toBe("Hello.");
    expect(mail.html?.trim()).toBe("<p>Hello.</p>");
    expect(Math.abs(Date.parse(mail.date ?? "") - Date.now())).toBeLessThan(600_000);
    expect(mail.headers).toContainEqual({
      key: "auto-submitted",
      originalKey: "Auto-Submitted",
      value: "auto-generated",
    });
  });

  test("keeps a long link on one line, and an address of 254 characters whole", async () => {
    const server = await aServer({});
    const label = "d".repeat(61);
    const to = `${"a".repeat(64)}@${label}.${label}.${label}.com`;
    expect(to).toHaveLength(254);
    const link = `https://muster.example.com/invite?email=${encodeURIComponent(to)}&invite_code=${"x".repeat(29)}`;
    const text = `Come in:\n\n${link}\n\n.a line that begins with a dot\n`;
    await mailerOf(server).send({ ...hello, to, text });

    const [received] = server.mails;
    expect(received?.to).toEqual([to]);
    for (const line of received?.source.split("\r\n") ?? []) {
      expect(line.length).toBeLessThan(400);
    }
    const mail = await PostalMime.parse(received?.source ?? "");
    expect(mail.to?.[0]?.address).toBe(to);
    expect(mail.text?.split("\n")).toContain(link);
    expect(mail.text).toContain("\n.a line");
  });

  test("may be in any alphabet, and adds no header by what it says", async () => {
    const server = await aServer({});
    const name = 'Müster, "Ink" 株式会社';
    const subject = "Žofie lädt Sie ein 🎉\r\nBcc: eve@example.com";
    const mailer = mailerOf(server, { from: { name, address: "muster@example.com" } });
    await mailer.send({ ...hello, subject, text: "שלום 👋\n" });

    const { source = "", to } = server.mails[0] ?? {};
    expect(to).toEqual(["grace@example.com"]);
    expect(source).toMatch(/^[\x00-\x7f]*$/);
    const mail = await PostalMime.parse(source);
    expect(mail.bcc).toBeUndefined();
    expect(mail.from?.name).toBe(name);
    expect(mail.subject).toMatch(/^Žofie lädt Sie ein 🎉 ?Bcc: eve@example.com$/);
    expect(mail.text?.trim()).toBe("שלום 👋");
  });

  test("goes to nobody whose address would end the command", async () => {
    const server = await aServer({});
    const outcome = await mailerOf(server).send({ ...hello, to: "a@b.c>\r\nRCPT TO:<eve@b.c" });
    expect(outcome.kind).not.toBe("accepted");
    expect(server.mails).toEqual([]);
  });
});

describe("a server that does not take it", () => {
  test("refuses an address", async () => {
    const server = await aServer({ recipient: () => "550 5.1.1 No such user" });
    expect(said(await mailerOf(server).send(hello))).toBe(
      "refused: The mail server refused the address: 550 5.1.1 No such user",
    );
  });

  test("refuses the mail", async () => {
    const server = await aServer({ end: () => "554 5.7.1 This is spam" });
    expect(said(await mailerOf(server).send(hello))).toBe(
      "refused: The mail server refused the mail: 554 5.7.1 This is spam",
    );
  });

  test("refuses the sender", async () => {
    const server = await aServer({ mailFrom: () => "553 5.7.1 Not yours" });
    expect(said(await mailerOf(server).send(hello))).toBe(
      "refused: The mail server refused the sender in MAIL_FROM: 553 5.7.1 Not yours",
    );
  });

  test("takes it the second time", async () => {
    let tries = 0;
    const server = await aServer({
      recipient: () => (++tries === 1 ? "451 4.7.1 Greylisted,\n try again" : undefined),
    });
    expect(said(await mailerOf(server).send(hello))).toBe(
      "delayed: The mail server does not take the address now: 451 4.7.1 Greylisted, try again",
    );
    expect(await mailerOf(server).send(hello)).toMatchObject({ kind: "accepted" });
    expect(server.mails).toHaveLength(1);
  });

  test("has no time at the end of it", async () => {
    const server = await aServer({ end: () => "452 4.3.1 Disk full" });
    expect(said(await mailerOf(server).send(hello))).toBe(
      "delayed: The mail server does not take the mail now: 452 4.3.1 Disk full",
    );
  });

  test("greets with a refusal, or with a request to come back", async () => {
    const refusing = await aServer({ connect: () => "554 5.7.1 Not from there" });
    expect(said(await mailerOf(refusing).send(hello))).toBe(
      "refused: The mail server refused the connection: 554 5.7.1 Not from there",
    );
    const busy = await aServer({ connect: () => "421 4.3.2 Too busy" });
    expect(said(await mailerOf(busy).send(hello))).toBe(
      "delayed: The mail server does not take the connection now: 421 4.3.2 Too busy",
    );
  });

  test("repeats what it was sent: no code comes back, however much is left out", async () => {
    const code = "Zm9vYmFyYmF6cXV4MTIzNA";
    const text = `https://muster.example.com/invite?email=a%40b.c&invite_code=${code}`;
    const link = "https://muster.example.com/invite?email=a%40b.c&invite_code=…";
    const short = await aServer({ end: () => `554 Bad link ${text}` });
    expect(said(await mailerOf(short).send({ ...hello, text }))).toBe(
      `refused: The mail server refused the mail: 554 Bad link ${link}`,
    );
    const filler = ".".repeat(300 - 5 - text.length + 10);
    const long = await aServer({ end: () => `554 ${filler} ${text}` });
    expect(said(await mailerOf(long).send({ ...hello, text }))).toBe(
      `refused: The mail server refused the mail: 554 ${filler} ${link}`,
    );
  });
});

describe("a connection that fails", () => {
  test("before anything is said", async () => {
    const port = await aClosedPort();
    expect(said(await mailerOf({ port }).send(hello))).toBe(
      `delayed: The mail server cannot be spoken to: connect ECONNREFUSED 127.0.0.1:${port}`,
    );
  });

  test("because there is no such host", async () => {
    const mailer = mailerOf({ port: 25 }, { server: { host: "mail.invalid" } });
    expect(said(await mailer.send(hello))).toMatch(
      /^delayed: .*cannot be spoken to: getaddrinfo E\w+ mail\.invalid$/,
    );
  });

  test.each(["connect", "mailFrom", "recipient"] as const)(
    "by a server that hangs or hangs up at %s",
    async (command) => {
      const hanging = await aServer({ [command]: () => "hang" });
      expect(said(await mailerOf(hanging, { timeouts: patienceOf(300) }).send(hello))).toBe(
        "delayed: The mail server did not answer in time.",
      );
      const dropping = await aServer({ [command]: () => "drop" });
      expect(said(await mailerOf(dropping).send(hello))).toMatch(
        /^delayed: .*The mail server cannot be spoken to: .*closed/,
      );
    },
  );

  test("by a server that says something every now and then, but never what is asked", async () => {
    const server = net.createServer((socket) => {
      const timer = setInterval(() => socket.write("220-wait\r\n"), 20);
      socket.on("error", () => undefined).on("close", () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(() => new Promise((resolve) => server.close(() => resolve())));
    const timeouts = { ...patient, totalMs: 500 };
    const outcome = await mailerOf({ port: portOf(server.address()) }, { timeouts }).send(hello);
    expect(said(outcome)).toBe("delayed: The mail server did not answer in time.");
  });

  test("in mid-mail: it was not sent", async () => {
    const server = await aServer({ data: () => "drop" });
    expect(await mailerOf(server).send(hello)).toMatchObject({ kind: "delayed" });
  });

  test.each(["hang", "drop"] as const)(
    "by a server that takes all of it, and then is seen to %s: it may have been sent",
    async (what) => {
      const server = await aServer({ end: () => what });
      const mailer = mailerOf(server, what === "hang" ? { timeouts: patienceOf(500) } : {});
      expect(said(await mailer.send(hello))).toBe(
        "unknown: The mail server took the mail and did not confirm it. It may have been sent.",
      );
    },
  );
});

describe("leave to hand it over", () => {
  test("is asked once the address was taken, and before the server gets any of the mail", async () => {
    const order: string[] = [];
    const server = await aServer({
      recipient: () => void order.push("address"),
      end: () => void order.push("mail"),
    });
    await mailerOf(server).send(hello, () => {
      order.push("leave");
      return Promise.resolve(true);
    });
    expect(order).toEqual(["address", "leave", "mail"]);
  });

  test("is not asked for an address that is refused", async () => {
    const server = await aServer({ recipient: () => "550 No" });
    let isAsked = false;
    const outcome = await mailerOf(server).send(hello, () => {
      isAsked = true;
      return Promise.resolve(true);
    });
    expect(outcome.kind).toBe("refused");
    await new Promise((resolve) => setImmediate(resolve));
    expect(isAsked).toBe(false);
  });

  test("is waited for when the connection ends meanwhile", async () => {
    const order: string[] = [];
    const server = await aServer({});
    const timeouts = { ...patient, totalMs: 300 };
    const outcome = await mailerOf(server, { timeouts }).send(hello, async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      order.push("leave");
      return true;
    });
    order.push(outcome.kind);
    expect(order).toEqual(["leave", "delayed"]);
    expect(server.mails).toEqual([]);
  });

  test("may be withheld: nothing is sent then", async () => {
    const server = await aServer({});
    const outcome = await mailerOf(server).send(hello, () => Promise.resolve(false));
    expect(said(outcome)).toBe("withdrawn");
    expect(server.mails).toEqual([]);
  });

  test("fails with the error of whoever was asked", async () => {
    const server = await aServer({});
    const away = Object.assign(new Error("no database"), { code: "unavailable" });
    const sending = mailerOf(server).send(hello, () => Promise.reject(away));
    await expect(sending).rejects.toBe(away);
    expect(away.code).toBe("unavailable");
    expect(server.mails).toEqual([]);
  });
});

describe("encryption", () => {
  test.each([
    ["STARTTLS", false],
    ["TLS from the start", true],
  ])("by %s is used, with the certificate of a private authority", async (_, isTls) => {
    const authority = await anAuthority();
    const server = await aServer({ ...(await aCertificate({ authority })), secure: isTls });
    const mailer = mailerOf(server, { ca: authority.cert, server: { isTls } });
    expect(await mailer.send(hello)).toMatchObject({ kind: "accepted" });
    expect(server.mails).toMatchObject([{ isEncrypted: true }]);
  });

  test("goes by the host's name too", async () => {
    const authority = await anAuthority();
    const server = await aServer(await aCertificate({ authority, host: "localhost" }));
    const mailer = mailerOf(server, { ca: authority.cert, server: { host: "localhost" } });
    expect(await mailer.send(hello)).toMatchObject({ kind: "accepted" });
    expect(server.mails).toMatchObject([{ isEncrypted: true }]);
  });

  test("may be with a certificate that signs itself, where that one is trusted", async () => {
    const certificate = await aCertificate({});
    const server = await aServer(certificate);
    const mailer = mailerOf(server, { ca: certificate.cert });
    expect(await mailer.send(hello)).toMatchObject({ kind: "accepted" });
    expect(server.mails).toMatchObject([{ isEncrypted: true }]);
  });

  interface Flaw {
    isSelfSigned?: boolean;
    isUnknown?: boolean;
    host?: string;
    isExpired?: boolean;
  }

  test.each<[string, Flaw, RegExp]>([
    ["nobody else has signed", { isSelfSigned: true }, /: self-signed certificate/],
    ["an unknown authority has signed", { isUnknown: true }, /: unable to verify/],
    ["is another host's", { host: "other.example.com" }, /: .*altnames/],
    ["has expired", { isExpired: true }, /: certificate has expired/],
  ])("with a certificate that %s is none, and nothing is sent", async (_, flaw, reason) => {
    const authority = await anAuthority();
    const { isSelfSigned = false, isUnknown = false, ...options } = flaw;
    const certificate = await aCertificate({ ...options, ...(!isSelfSigned && { authority }) });
    for (const isTls of [false, true]) {
      const server = await aServer({ ...certificate, secure: isTls });
      const ca = isUnknown ? undefined : authority.cert;
      const outcome = await mailerOf(server, { ca, server: { isTls } }).send(hello);
      expect(said(outcome)).toMatch(/^delayed: The mail server's certificate cannot be trusted: /);
      expect(said(outcome)).toMatch(reason);
      expect(server.mails).toEqual([]);
    }
  });

  test("where the port speaks none is said", async () => {
    const server = await aServer({});
    expect(said(await mailerOf(server, { server: { isTls: true } }).send(hello))).toMatch(
      /^delayed: .*The mail server cannot be spoken to: .*wrong version/,
    );
  });
});

describe("signing in", () => {
  test("with the right password", async () => {
    const server = await aServer({ auth });
    expect(await mailerOf(server, { server: { auth } }).send(hello)).toMatchObject({
      kind: "accepted",
    });
    expect(server.mails).toMatchObject([{ user: "muster" }]);
  });

  test("with a wrong one is refused, and the password is not repeated", async () => {
    const server = await aServer({ auth });
    const wrong = { user: "muster", password: "hunter2" };
    expect(said(await mailerOf(server, { server: { auth: wrong } }).send(hello))).toBe(
      "refused: The mail server refused the user or password in SMTP_URL: 535 5.7.8 … is not the password of muster",
    );
  });

  test("is not tried where others can read it, unless it stays on this machine", async () => {
    const server = await aServer({ auth });
    // Another way to write 127.0.0.1, which the mailer does not take for this machine.
    const mailer = mailerOf(server, { server: { auth, host: "127.1" } });
    expect(said(await mailer.send(hello))).toBe(
      "delayed: The mail server offers no encryption (STARTTLS), and the password in SMTP_URL is not sent without it.",
    );
    expect(server.mails).toEqual([]);
  });
});

async function aClosedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
