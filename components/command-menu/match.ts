/** Which commands fit what was typed, the closest first. */
import { foldCase } from "@/lib/fold";
import type { Command, CommandGroup } from "./command";

/** Groups that a server has searched stay as they are; those with nothing left are left out. */
export function matchingGroups(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  return groups
    .map((group) =>
      group.search ? group : { ...group, commands: matching(group.commands, typed) },
    )
    .filter(({ commands }) => commands.length > 0);
}

function matching(commands: readonly Command[], typed: string): Command[] {
  const words = wordsOf(typed);
  return commands
    .map((command) => ({ command, distance: distanceOf(command, words) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .map(({ command }) => command);
}

/** Every word typed must begin a word of the command. Its label counts more than its keywords. */
function distanceOf({ label, keywords = "" }: Command, typed: readonly string[]): number {
  const inLabel = wordsOf(label);
  const anywhere = [...inLabel, ...wordsOf(keywords)];
  const [first] = typed;
  if (!typed.every((word) => hasWord(anywhere, word))) return Infinity;
  if (first === undefined || inLabel[0]?.startsWith(first)) return 0;
  return typed.every((word) => hasWord(inLabel, word)) ? 1 : 2;
}

function hasWord(words: readonly string[], beginning: string): boolean {
  return words.some((word) => word.startsWith(beginning));
}

function wordsOf(text: string): string[] {
  return foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
