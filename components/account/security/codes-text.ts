/** Recovery codes as a text to keep: what they are of, how they are used, one on each line. */
export function codesText({
  username,
  host,
  codes,
}: {
  username: string;
  host: string;
  codes: readonly string[];
}): string {
  return [
    `Muster recovery codes`,
    `Server: ${host}`,
    `Account: ${username}`,
    "",
    "Each code works once, in place of a code of the authenticator app.",
    "",
    ...codes,
    "",
  ].join("\n");
}

/** @param username may hold what no file name may */
export function codesFileName(username: string): string {
  return `muster-recovery-codes-${username.replace(/[^A-Za-z0-9._@-]/g, "-")}.txt`;
}
