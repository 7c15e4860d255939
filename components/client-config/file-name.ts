/** wg-quick makes an interface of the file's name, and Linux has room for 15 characters. */
const MAX_INTERFACE = 15;

export function fileNameOf(clientid: string): string {
  return `${clientid.slice(0, MAX_INTERFACE)}.conf`;
}
