// PostgreSQL refuses to run as root: decides which system user runs it, and how.
import { stat } from "node:fs/promises";
import path from "node:path";
import { run } from "./run.mjs";

const userName = "postgres";
// access(2), which initdb asks, counts the capability only with this secure bit.
const asOverridingUser = [
  ...["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"],
  ...["--securebits", "+no_setuid_fixup"],
];
const { PATH, SystemRoot, NODE_ENV } = process.env;
const environment = { PATH, SystemRoot, NODE_ENV, LC_ALL: "C" };

/**
 * @typedef {object} Runner
 * @property {(program: string, args: string[]) => Promise<{ code: number | null, output: string }>} run
 * @property {(path: string) => Promise<void>} own gives a file or folder, with all in it, to the user
 */

/**
 * @param {{ dataDir: string, program: string }} paths what the user must be able to reach
 * @returns {Promise<Runner>}
 */
export async function chooseRunner({ dataDir, program }) {
  if (process.getuid?.() !== 0) return { run: runPlainly, own: () => Promise.resolve() };

  const user = (await ownerOf(dataDir)) ?? (await findUser()) ?? (await createUser());
  return {
    run: (await canReach(user, { dataDir, program })) ? runAs(user) : runOverriding(user),
    own: (target) => giveTo(user, target),
  };
}

/** @typedef {{ uid: number, gid: number }} User */

/** @param {string} program @param {string[]} args */
function runPlainly(program, args) {
  return run(program, args, { cwd: "/", env: environment });
}

/** @param {User} user @returns {Runner["run"]} */
function runAs(user) {
  return (program, args) => run(program, args, { ...user, cwd: "/", env: environment });
}

/**
 * Where the user may not enter a folder above (a clone in /root, say), one capability lets it.
 *
 * @param {User} user
 * @returns {Runner["run"]}
 */
function runOverriding({ uid, gid }) {
  const identity = ["--reuid", String(uid), "--regid", String(gid), "--clear-groups"];
  return (program, args) =>
    run("setpriv", [...identity, ...asOverridingUser, program, ...args], {
      cwd: "/",
      env: environment,
    });
}

/** @param {User} user @param {{ dataDir: string, program: string }} paths */
async function canReach(user, { dataDir, program }) {
  const probe = ["-c", `cd "$0" && "$1" -V`, path.dirname(dataDir), program];
  const { code } = await runAs(user)("/bin/sh", probe);
  return code === 0;
}

/** @param {User} user @param {string} target */
async function giveTo({ uid, gid }, target) {
  const { code, output } = await run("chown", ["-R", `${uid}:${gid}`, target]);
  if (code !== 0)
    throw new Error(`The folder ${target} cannot be given to "${userName}": ${output}.`);
}

/** @param {string} dataDir @returns {Promise<User | null>} */
async function ownerOf(dataDir) {
  const { uid, gid } = await stat(dataDir);
  return uid === 0 ? null : { uid, gid };
}

/** @returns {Promise<User | null>} */
async function findUser() {
  const [uid, gid] = await Promise.all([run("id", ["-u", userName]), run("id", ["-g", userName])]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

/** @returns {Promise<User>} */
async function createUser() {
  await run("groupadd", ["--system", userName]);
  await run("useradd", ["--system", "--gid", userName, "--no-create-home", userName]);
  const user = await findUser();
  if (user) return user;
  throw new Error(
    `PostgreSQL may not run as root and the user "${userName}" could not be made: ` +
      "start Muster as another user, or set DATABASE_URL.",
  );
}
