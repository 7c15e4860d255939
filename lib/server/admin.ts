// What whoever has the server's machine can do without signing in: npm run admin.
import "server-only";
import type { Context } from "@/lib/context";
import { closeDatabase } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { AppError } from "@/lib/errors";
import { formatCount } from "@/lib/format";
import { getThrottle, liftThrottle } from "@/lib/session/throttle-service";
import { resetSuperAdmin } from "@/lib/user/recovery-service";
import { prepareEnvironment } from "./environment";

interface Command {
  /** As the usage shows it. */
  call: string;
  does: string;
  parameterCount: number;
  /** @returns what to print on standard output */
  run: (ctx: Context, parameters: readonly string[]) => Promise<string>;
}

const commands: readonly Command[] = [
  {
    call: "reset-super-admin",
    does: "gives the super admin a new password, printed once, and ends every other way in",
    parameterCount: 0,
    run: resetPassword,
  },
  {
    call: "lift-throttle <username>",
    does: "lets somebody who has to wait after failed attempts sign in at once",
    parameterCount: 1,
    run: (ctx, [username = ""]) => lift(ctx, username.toLowerCase()),
  },
];

const width = Math.max(...commands.map(({ call }) => call.length));
const usage = [
  "npm run admin -- <command>, on the server's machine, whether or not the server is running:",
  "",
  ...commands.map(({ call, does }) => `  ${call.padEnd(width)}  ${does}`),
].join("\n");

/** @returns the exit code: 0 when it is done, 1 when it cannot be, 2 when there is no such command */
export async function main(args: readonly string[]): Promise<number> {
  const [name = "", ...parameters] = args;
  if (["--help", "-h", "help"].includes(name)) {
    console.log(usage);
    return 0;
  }
  const command = commands.find(({ call }) => call.split(" ")[0] === name);
  if (command?.parameterCount !== parameters.length) {
    console.error(usage);
    return 2;
  }
  return withDatabase((ctx) => runCommand(command, ctx, parameters));
}

async function runCommand(
  { run }: Command,
  ctx: Context,
  parameters: readonly string[],
): Promise<number> {
  try {
    console.log(await run(ctx, parameters));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/**
 * Joins the embedded database, or starts it; standard output stays free for the answer. A signal waits until it is
 * done: ended in the middle, the command would leave the database running.
 */
async function withDatabase<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const stops: (() => Promise<void>)[] = [];
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, sayItFinishes);
  try {
    await prepareEnvironment({ log: console.error, onStop: (stop) => stops.push(stop) });
    return await work(systemContext({ userAgent: "npm run admin" }));
  } finally {
    await closeDatabase();
    for (const stop of stops) await stop();
  }
}

function sayItFinishes(): void {
  console.error("Finishing first.");
}

async function resetPassword(ctx: Context): Promise<string> {
  const { username, password } = await resetSuperAdmin(ctx);
  return [
    `The super admin is ${username}. The new password, which nobody can look up later, is`,
    "",
    `  ${password}`,
    "",
    "Every other way in has ended: sessions, API tokens, MFA, passkeys and linked identities. Sign in, and change the password.",
  ].join("\n");
}

async function lift(ctx: Context, username: string): Promise<string> {
  const { failures } = await getThrottle(ctx, username);
  await liftThrottle(ctx, username);
  if (failures === 0)
    return `No failed attempt counts against ${username}: nothing had to be lifted.`;
  return `${username} can sign in at once: ${formatCount(failures, "failed attempt")} forgotten.`;
}
