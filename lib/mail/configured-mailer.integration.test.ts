import { afterEach, expect, test } from "vitest";
import { env, readVariables, settleEnv } from "@/lib/env";
import { startSmtpServer } from "@/lib/testing/smtp-server";
import { isMailConfigured } from "./configured";
import { configuredMailer } from "./configured-mailer";

const configured = env();
afterEach(() => settleEnv(configured));

const hello = { to: "grace@example.com", subject: "Hello", text: "Hello.", html: "<p>Hello.</p>" };

test("without SMTP_URL there is none", () => {
  expect(isMailConfigured()).toBe(false);
  expect(configuredMailer()).toBeNull();
});

test.each([
  ["https://muster.example.com", "muster.example.com"],
  ["https://muster.example.com:8443", "muster.example.com"],
  ["http://192.0.2.1:3000", "[192.0.2.1]"],
  ["http://[2001:db8::1]:3000", "[IPv6:2001:db8::1]"],
])("at %s it calls itself %s", async (MUSTER_BASE_URL, ehlo) => {
  const auth = { user: "ada@example.com", password: "p@ss/word" };
  const server = await startSmtpServer({ auth });
  const mail = readVariables({
    SMTP_URL: `smtp://ada%40example.com:p%40ss%2Fword@127.0.0.1:${server.port}`,
    MAIL_FROM: "Muster <muster@example.com>",
  });
  settleEnv({
    ...configured,
    ...mail,
    MUSTER_BASE_URL,
    DATABASE_URL: configured.DATABASE_URL,
    MUSTER_SECRET: configured.MUSTER_SECRET,
  });
  try {
    expect(isMailConfigured()).toBe(true);
    expect(await configuredMailer()?.send(hello)).toMatchObject({ kind: "accepted" });
    expect(server.mails).toMatchObject([
      // The server has put it into lower case.
      { ehlo: ehlo.toLowerCase(), user: "ada@example.com", from: "muster@example.com" },
    ]);
    expect(server.mails[0]?.source).toContain(`@${ehlo}>`);
  } finally {
    await server.stop();
  }
});
