/** What `SMTP_URL` and `MAIL_FROM` say. Pure. */

export interface SmtpServer {
  host: string;
  port: number;
  /** Whether TLS begins with the connection (`smtps`); else it does where the server offers STARTTLS. */
  isTls: boolean;
  /** Null for a relay that knows its clients otherwise. */
  auth: { user: string; password: string } | null;
}

export interface Sender {
  /** "" where there is none. */
  name: string;
  address: string;
}

const defaultPorts = new Map([
  ["smtp:", 587],
  ["smtps:", 465],
]);

/** @returns null for what is no such URL */
export function readSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const defaultPort = defaultPorts.get(protocol);
  const isBare = ["", "/"].includes(pathname) && search === "" && hash === "";
  if (defaultPort === undefined || hostname === "" || !isBare) return null;
  if ((username === "") !== (password === "")) return null;

  const user = decode(username);
  const secret = decode(password);
  if (user === null || secret === null) return null;
  return {
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port === "" ? defaultPort : Number(port),
    isTls: protocol === "smtps:",
    auth: user === "" ? null : { user, password: secret },
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;
const NAMED = /^(?<name>[^<>\p{Cc}]*)<(?<address>[^<>]*)>$/u;

/** @param text an address, or `Name <address>`. @returns null for anything else */
export function readSender(text: string): Sender | null {
  const { name = "", address = text } = NAMED.exec(text.trim())?.groups ?? {};
  if (!ADDRESS.test(address)) return null;
  return { name: name.trim().replace(/^"(.*)"$/, "$1"), address };
}
