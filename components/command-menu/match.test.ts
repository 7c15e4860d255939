import { describe, expect, test } from "vitest";
import type { Command, CommandGroup } from "./command";
import { matchingGroups } from "./match";

function command(label: string, keywords = ""): Command {
  return { id: label, label, keywords, href: "/" };
}

const groups: CommandGroup[] = [
  {
    label: "Go to",
    commands: [command("Users"), command("Audit log", "history"), command("Account: Audit")],
  },
  { label: "Actions", commands: [command("Add user…", "create new"), command("Sign out")] },
];

function found(typed: string): string[] {
  return matchingGroups(groups, typed).flatMap(({ commands }) =>
    commands.map(({ label }) => label),
  );
}

describe("matchingGroups", () => {
  test.each([
    ["", ["Users", "Audit log", "Account: Audit", "Add user…", "Sign out"]],
    ["  SIGN ", ["Sign out"]],
    ["out", ["Sign out"]],
    ["log aud", ["Audit log"]],
    ["account aud", ["Account: Audit"]],
    ["create us", ["Add user…"]],
    ["sers", []],
    ["sign in", []],
  ])("finds by the beginnings of words: %j", (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  test("puts what begins with the word first, and keywords last", () => {
    expect(found("aud")).toEqual(["Audit log", "Account: Audit"]);
    const shuffled = [command("Old", "log"), command("Audit log"), command("Log of calls")];
    const [group] = matchingGroups([{ label: "x", commands: shuffled }], "log");
    expect(group?.commands.map(({ label }) => label)).toEqual(["Log of calls", "Audit log", "Old"]);
  });

  test("leaves out a group with nothing left", () => {
    expect(matchingGroups(groups, "sign").map(({ label }) => label)).toEqual(["Actions"]);
  });

  test("keeps what a server has found, whatever it is called", () => {
    const search = { isPending: false, error: null };
    const byServer = { label: "Users", commands: [command("Grace Mbeki")], search };
    expect(matchingGroups([byServer], "mbeki@")).toEqual([byServer]);
  });
});
