import "server-only";
import type { SmtpServer } from "@/lib/smtp";

/** As long as no word of a reply is by accident, and shorter than any code in a link. */
const CODE = /[\w-]{16,}/g;

/**
 * A mail server may repeat in its reply what it was sent. What comes back of it is shown to people who may see
 * neither the server's password nor the codes in a mail's links.
 */
export function hideSecrets(reply: string, text: string, auth: SmtpServer["auth"]): string {
  const withoutCodes = reply.replace(CODE, (word) => (text.includes(word) ? "…" : word));
  return formsOf(auth).reduce((shown, secret) => shown.replaceAll(secret, "…"), withoutCodes);
}

function formsOf(auth: SmtpServer["auth"]): string[] {
  if (auth === null) return [];
  const { user, password } = auth;
  return [toBase64(`\0${user}\0${password}`), toBase64(password), password];
}

function toBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
