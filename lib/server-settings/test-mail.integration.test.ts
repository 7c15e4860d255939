import { describe, expect, test } from "vitest";
import { POST as testMail } from "@/app/api/server/settings/test_mail/route";
import { callAs } from "@/lib/testing/call-as";
import { anActor, masterKey, uniqueName } from "@/lib/testing/factories";
import { withMailServer } from "@/lib/testing/mail-server";
import type { Behaviour } from "@/lib/testing/smtp-server";

const to = "grace@example.com";

describe("POST /api/server/settings/test_mail", () => {
  test("sends a mail to the caller, and tells what the mail server said", async () => {
    const username = `${uniqueName()}@example.com`;
    const admin = await anActor("admin", { username });
    const server = await withMailServer();
    try {
      const { status, payload } = await callAs(admin, testMail, { body: {} });
      expect(status).toBe(200);
      expect(payload.kind).toBe("accepted");
      expect(payload.reply).toMatch(/^250 /);
      expect(server.mails).toMatchObject([{ to: [username] }]);
    } finally {
      await server.stop();
    }
  });

  test.each<[string, Behaviour, { kind: string; reply: RegExp }]>([
    [
      "refused",
      { recipient: () => "550 5.1.1 No such user" },
      { kind: "refused", reply: /refused the address: 550 5\.1\.1 No such user/ },
    ],
    [
      "delayed",
      { recipient: () => "451 4.7.1 Later" },
      { kind: "delayed", reply: /does not take the address now: 451 4\.7\.1 Later/ },
    ],
    ["unknown", { end: () => "drop" }, { kind: "unknown", reply: /did not confirm it/ }],
  ])("says when it is %s, and why", async (_kind, behaviour, { kind, reply }) => {
    const server = await withMailServer(behaviour);
    try {
      const { payload } = await callAs(masterKey, testMail, { body: { to } });
      expect(payload.kind).toBe(kind);
      expect(payload.reply).toMatch(reply);
    } finally {
      await server.stop();
    }
  });

  test("asks for an address where the caller's username is none", async () => {
    const server = await withMailServer();
    try {
      const { status, problem } = await callAs(masterKey, testMail, { body: {} });
      expect(status).toBe(400);
      expect(problem.Errors).toMatchObject([{ path: "to" }]);
      expect(server.mails).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  test("answers 409 where no mail is configured", async () => {
    const { status, problem } = await callAs(masterKey, testMail, { body: { to } });
    expect(status).toBe(409);
    expect(problem.Message).toContain("SMTP_URL");
  });
});
