// Runs a program that ends when our parent does, even by SIGKILL: its end of our input closes then.
import { spawn } from "node:child_process";

const graceMs = 5_000;
const hasGroups = process.platform !== "win32";

const [program = "", ...args] = process.argv.slice(2);
const child = spawn(program, args, {
  stdio: ["ignore", "inherit", "inherit"],
  detached: hasGroups,
});
child.on("error", () => process.exit(1));
child.on("close", (code) => process.exit(code ?? 1));

process.stdin.on("close", endChild).resume();
process.on("SIGINT", endChild).on("SIGTERM", endChild);

function endChild() {
  signalChild("SIGINT");
  setTimeout(() => signalChild("SIGKILL"), graceMs);
}

/** With all that it has started, where the system knows process groups. */
function signalChild(/** @type {NodeJS.Signals} */ signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(hasGroups ? -child.pid : child.pid, signal);
  } catch {
    process.exit(1);
  }
}
