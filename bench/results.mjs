// The table: printed, and written to bench/RESULTS.md.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import os from "node:os";

const file = "bench/RESULTS.md";

/** @param {import("./bench.mjs").Section[]} sections @param {{ isWhole: boolean }} options */
export async function writeResults(sections, { isWhole }) {
  const text = [
    "# Measured",
    "",
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, commit ${commit()}.`,
    `Machine: ${machine()}.`,
    "Production build, one server process, embedded PostgreSQL, load generator on the same machine, all in one run.",
    ...sections.flatMap(toLines),
    "",
  ].join("\n");
  console.log(`\n${text}`);
  // A part must not take the place of the whole.
  if (isWhole) await writeFile(file, text);
}

function machine() {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  const load = os.loadavg()[1]?.toFixed(1);
  const cores = os.availableParallelism();
  return `${cores} cores (${cpu?.model.trim()}), ${memory} GiB, ${os.type()} ${os.release()}, Node ${process.versions.node}; load of the last 5 minutes at the end ${load}`;
}

function commit() {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown";
  }
}

/** @param {import("./bench.mjs").Section} section */
function toLines({ title, results }) {
  const rows = results.map(({ what, measured, target = "", met }) => {
    const verdict = met === undefined ? "" : met ? "met" : "**missed**";
    return `| ${[what, measured, target, verdict].join(" | ")} |`;
  });
  return ["", `## ${title}`, "", "| what | measured | target | |", "|---|---|---|---|", ...rows];
}
