/** The file that WireGuard on a device reads. */

const KEY_LINE = "# PrivateKey = ";
const MAX_NAME = 15;

/** The server's file, with what it leaves out: it never has the key. */
export function withPrivateKey(file: string, privateKey: string): string {
  const lines = file.split("\n");
  const index = lines.indexOf(KEY_LINE);
  if (index === -1) throw new Error("The server's file has no place for the private key.");
  return lines.with(index, `PrivateKey = ${privateKey}`).join("\n");
}

/**
 * What WireGuard's apps take the file by, and call the tunnel: 1 to 15 of `A-Za-z0-9_=+.-`.
 * @param fallback where nothing is left of the name
 */
export function fileName(name: string, fallback: string): string {
  return `${tunnelName(name) || tunnelName(fallback)}.conf`;
}

function tunnelName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/['’\p{M}]/gu, "")
    .replace(/[^A-Za-z0-9_=+.-]+/g, "-")
    .replace(/^[-.]+/, "")
    .slice(0, MAX_NAME)
    .replace(/[-.]+$/, "");
}
