import { describe, expect, test } from "vitest";
import { inviteMail, type InviteMail } from "./invite-mail";
import { approvedMail, rejectedMail, waitingMail } from "./pending-user-mails";
import { testMail } from "./test-mail";

const link = "https://muster.example.com/invite?email=grace%40example.com&invite_code=Zm9vYmFyYmF6";
const invite: InviteMail = {
  to: "grace@example.com",
  inviter: { displayName: "Ada Lovelace", username: "ada" },
  host: "muster.example.com",
  role: "Service user",
  groups: ["Engineering", "Operations"],
  networks: ["office", "lab"],
  link,
  expiresAt: new Date("2026-12-06T14:05:00Z"),
};

/** What a person reads of the HTML. */
function wordsOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<title>.*?<\/title>/gs, "")
    .replace(/<(td|p|div|tr)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

describe("the mail of an invite", () => {
  test("says who invites, to what, until when", async () => {
    const { to, subject, text, html } = await inviteMail(invite);
    expect(to).toBe("grace@example.com");
    expect(subject).toBe("Ada Lovelace invites you to Muster on muster.example.com");
    expect(text).toBe(`Ada Lovelace (ada) invites you to Muster on muster.example.com.

Role: Service user
Groups: Engineering and Operations
Networks: office and lab

Set up your account with this link. It serves once, until Sunday, December 6, 2026 at 14:05 UTC:

${link}

This mail went to grace@example.com. If you did not expect it, do nothing: no account is made without you.
`);
    const words = wordsOf(html);
    expect(words).toContain("Ada Lovelace (ada) invites you to Muster on muster.example.com.");
    expect(words).toContain(
      "Role Service user Groups Engineering, Operations Networks office, lab",
    );
    expect(words).toContain("serves once, until Sunday, December 6, 2026 at 14:05 UTC.");
    expect(words).toContain(`Or open this link:${link} `);
    expect(html.match(/href="([^"]*)"/g)).toEqual(
      Array(2).fill(`href="${link.replaceAll("&", "&amp;")}"`),
    );
  });

  test("asks for nothing from elsewhere", async () => {
    const { html } = await inviteMail(invite);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|base)\b|url\(|@import|\bsrc=/i);
    expect(html).toContain("prefers-color-scheme: dark");
  });

  test("leaves out what there is nothing of, and who invites where nobody does", async () => {
    const { subject, text, html } = await inviteMail({
      ...invite,
      inviter: null,
      groups: [],
      networks: [],
    });
    expect(subject).toBe("You are invited to Muster on muster.example.com");
    expect(text).toMatch(/^You are invited to Muster on .*\n\nRole: Service user\n\n/);
    expect(wordsOf(html)).toContain("You are invited to Muster on muster.example.com. Role");
    expect(wordsOf(html)).not.toMatch(/Groups|Networks/);
  });

  test("goes by the username where there is no other name", async () => {
    const inviter = { displayName: "", username: "ada@example.com" };
    const { subject, text } = await inviteMail({ ...invite, inviter });
    expect(subject).toMatch(/^ada@example.com invites you/);
    expect(text).toMatch(/^ada@example.com invites you/);
  });

  test("names ten groups, and how many more there are", async () => {
    const groups = Array.from({ length: 1_012 }, (_, index) => `Group ${index}`);
    const { text, html } = await inviteMail({ ...invite, groups, networks: "all" });
    expect(text).toContain("Group 8, Group 9, and 1,002 more\nNetworks: all of them\n");
    expect(wordsOf(html)).toContain("Group 8, Group 9, and 1,002 more Networks all of them");
  });

  test("takes names for text, in whichever direction they are written", async () => {
    const inviter = { displayName: 'עדה <b title="x">&amp;', username: "ada" };
    const mail = await inviteMail({ ...invite, inviter, groups: ["<script>alert(1)</script>"] });
    expect(mail.html).toContain("עדה &lt;b title=&quot;x&quot;&gt;&amp;amp;</strong></bdi>");
    expect(mail.html).toContain("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
    expect(mail.subject).toMatch(/^\u2068עדה .*\u2069 invites you/);
    expect(mail.text).toMatch(/^\u2068עדה .*\u2069 \(ada\) invites you/);
  });
});

describe("the mails about pending users", () => {
  const answered = { to: "grace@example.com", origin: "https://muster.example.com" };

  test("say to whom is let in where to sign in", async () => {
    const { subject, text, html } = await approvedMail(answered);
    expect(subject).toBe("You are in: Muster on muster.example.com");
    expect(text)
      .toBe(`You asked to join Muster on muster.example.com, and an administrator let you in.

Sign in as you did then, here:

https://muster.example.com/sign-in

This mail went to grace@example.com, because somebody signed in with this address and asked to join.
`);
    expect(wordsOf(html)).toContain("an administrator let you in. Sign in as you did then.");
    expect(html.match(/href="([^"]*)"/g)).toEqual(
      Array(2).fill('href="https://muster.example.com/sign-in"'),
    );
  });

  test("say to whom is not let in why, as text, and nothing where there is no reason", async () => {
    const reason = 'עדה <b title="x">no</b>';
    const { text, html, subject } = await rejectedMail({ ...answered, reason });
    expect(subject).toBe("Not let in: Muster on muster.example.com");
    expect(text).toContain(`What they say: \u2068${reason}\u2069`);
    expect(html).toContain("<bdi>עדה &lt;b title=&quot;x&quot;&gt;no&lt;/b&gt;</bdi>");
    expect(html).not.toContain("href=");
    const without = await rejectedMail({ ...answered, reason: "" });
    expect(without.text).not.toContain("What they say");
    expect(wordsOf(without.html)).not.toContain("What they say");
  });

  test("say to administrators how many wait, and who asked last by a name that anybody may choose", async () => {
    const newest = { username: "mallory@example.com", displayName: "Ada <Admin>" };
    const mail = await waitingMail({ ...answered, count: 1_200, newest });
    expect(mail.subject).toBe("1,200 people wait to be let in: Muster on muster.example.com");
    expect(mail.text).toContain("Who asked last: Ada <Admin> (mallory@example.com)");
    expect(mail.text.split("\n")).toContain("https://muster.example.com/pending-users");
    expect(mail.html).toContain("Ada &lt;Admin&gt;");
    const one = await waitingMail({ ...answered, origin: null, count: 1, newest: null });
    expect(one.subject).toBe("1 person waits to be let in: Muster");
    expect(one.html).not.toContain("href=");
    expect(one.text).toContain("on the page Pending users");
  });
});

test("the test mail says where it comes from, and why", async () => {
  const { to, subject, text, html } = await testMail({
    to: "ada@example.com",
    host: "muster.example.com",
  });
  expect(to).toBe("ada@example.com");
  expect(subject).toBe("Test mail from Muster on muster.example.com");
  expect(text).toBe(`Muster on muster.example.com can send mail: this one arrived.

This mail went to ada@example.com, because somebody asked for it on the page Server settings.
`);
  expect(wordsOf(html)).toContain("can send mail: this one arrived.");
});
