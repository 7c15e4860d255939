import type { TestMailResult } from "@/lib/server-settings/schema";

export interface SentTestMail {
  to: string;
  result: TestMailResult;
}

/** What a mail server's answer means, and what to do about it. */
export function testMailWords({ to, result: { kind } }: SentTestMail) {
  return { ...words[kind], title: words[kind].title(to) };
}

const words = {
  accepted: {
    tone: "info",
    title: (to: string) => `The mail server took the mail to ${to}`,
    advice: "Look whether it arrives, also among spam.",
  },
  refused: {
    tone: "danger",
    title: (to: string) => `The mail server refused the mail to ${to}`,
    advice: "It will refuse invites like this one too.",
  },
  delayed: {
    tone: "warn",
    title: (to: string) => `The mail to ${to} could not be sent now`,
    advice: "Invites are tried again for 24 hours. If this stays, check the settings of mail.",
  },
  unknown: {
    tone: "warn",
    title: (to: string) => `The mail to ${to} may have been sent`,
    advice: "Look whether it arrives.",
  },
} as const;
