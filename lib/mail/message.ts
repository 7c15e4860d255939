import "server-only";
import { randomUUID } from "node:crypto";
import net from "node:net";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { Sender } from "@/lib/smtp";

export interface MailMessage {
  /** One address, of ASCII characters. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** How a machine names itself in SMTP and in Message-IDs: `muster.example.com`, `[192.0.2.1]`. */
export function mailNameOf(baseUrl: string): string {
  const host = new URL(baseUrl).hostname.replace(/^\[(.*)\]$/, "$1");
  if (net.isIPv4(host)) return `[${host}]`;
  return net.isIPv6(host) ? `[IPv6:${host}]` : host;
}

/** The message as it goes over the wire (RFC 5322). */
export function composeMessage(
  { to, ...content }: MailMessage,
  { from, mailName }: { from: Sender; mailName: string },
): Promise<Buffer> {
  const composer = new MailComposer({
    ...content,
    from,
    to: { name: "", address: to },
    messageId: `<${randomUUID()}@${mailName}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    // Lines of any length come out whole, links above all.
    textEncoding: "quoted-printable",
  });
  return composer.compile().build();
}
