// The pages of the console, from their files: a new one is looked at without being named anywhere.
import { readdirSync } from "node:fs";
import path from "node:path";
import { CONFIG, GATEWAY, NETWORK, SUPER_ADMIN } from "./fixtures";

const root = path.resolve("app/(console)");
const valueOf: Partial<Record<string, string>> = {
  "[username]": SUPER_ADMIN,
  "[groupId]": "global-network-user-grp",
  "[roleId]": "global-network-user",
  "[netid]": NETWORK,
  "[gatewayId]": GATEWAY,
  "[configId]": CONFIG,
};

/** `users/[username]/activity/page.tsx` is `/users/ada/activity`. */
function addressOf(file: string): string {
  const folders = path.dirname(file).split(path.sep);
  const parts = folders.filter((folder) => !/^\(.*\)$/.test(folder)).map(partOf);
  return `/${parts.join("/")}`;
}

function partOf(folder: string): string {
  if (!folder.startsWith("[")) return folder;
  const value = valueOf[folder];
  if (value === undefined) throw new Error(`e2e/pages.ts has no value for ${folder}.`);
  return value;
}

export const consolePages = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map(addressOf)
  .sort();
