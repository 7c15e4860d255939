import "server-only";
import type SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import { shortened } from "@/lib/shortened";

/** What came of an attempt to send a mail; the reasons are words for an administrator, with the server's last reply. */
export type Outcome =
  | { kind: "accepted"; reply: string }
  /** The mail server wants neither this mail now nor later (5xx). */
  | { kind: "refused"; reason: string }
  /** It was not sent, and another time may do: 4xx, and whatever is wrong with the connection. */
  | { kind: "delayed"; reason: string }
  /** All of it was handed over, and no reply came: it may have been sent. */
  | { kind: "unknown"; reason: string }
  /** Who was asked for leave to hand it over has said no. */
  | { kind: "withdrawn" };

const MAX_LENGTH = 300;

/** What is refused, or put off, by the command that the server replied to. */
const refusedBy: readonly (readonly [command: RegExp, refused: string])[] = [
  [/^(CONN|EHLO|HELO)$/, "the connection"],
  [/^STARTTLS$/, "encryption"],
  [/^AUTH/, "the user or password in SMTP_URL"],
  [/^MAIL FROM$/, "the sender in MAIL_FROM"],
  [/^RCPT TO$/, "the address"],
];

const UNTRUSTED = /certificate|altnames|issuer/i;

interface Circumstances {
  /** Whether the last byte of the mail was handed over. */
  isHandedOver: boolean;
  hide: (reply: string) => string;
}

export function outcomeOf(
  { message, code, command = "", response, responseCode = 0 }: SMTPConnection.SMTPError,
  { isHandedOver, hide }: Circumstances,
): Outcome {
  const what = refusedBy.find(([pattern]) => pattern.test(command))?.[1] ?? "the mail";
  const reply = response === undefined ? "" : shortened(hide(tidyReply(response)), MAX_LENGTH);
  if (responseCode >= 500)
    return { kind: "refused", reason: `The mail server refused ${what}: ${reply}` };
  if (responseCode >= 400)
    return { kind: "delayed", reason: `The mail server does not take ${what} now: ${reply}` };
  if (isHandedOver)
    return {
      kind: "unknown",
      reason: "The mail server took the mail and did not confirm it. It may have been sent.",
    };
  return { kind: "delayed", reason: faultOf({ message, code }) };
}

function faultOf({ message, code }: { message: string; code: string | undefined }): string {
  if (code === "ETIMEDOUT") return "The mail server did not answer in time.";
  const fault = shortened(message, MAX_LENGTH);
  return UNTRUSTED.test(fault)
    ? `The mail server's certificate cannot be trusted: ${fault}`
    : `The mail server cannot be spoken to: ${fault}`;
}

/** One line of a reply of many, as UTF-8, which the library reads as bytes. */
export function tidyReply(reply: string): string {
  const lines = Buffer.from(reply, "latin1").toString("utf8").split("\n");
  const [first = "", ...more] = lines;
  const rest = more.map((line) => line.replace(/^\d{3}[- ]([245]\.\d+\.\d+ )?/, ""));
  const line = [first.replace(/^(\d{3})-/, "$1 "), ...rest].join(" ");
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
