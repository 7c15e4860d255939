/** Estimates how hard a password is to guess. Megabytes of words: only ever loaded with `import()`. */
import { ZxcvbnFactory, type Score } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english, translations } from "@zxcvbn-ts/language-en";
import { codePoints } from "@/lib/wire";
import { strengthWords } from "./strength-words";

// Without the Levenshtein distance, which compares each letter that is typed with 200,000 words for 0.2 s.
const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  translations: { ...translations, ...strengthWords },
});

const SHORT = 10;

interface Strength {
  score: Score;
  /** What makes it weak, then what would help; empty for a good one. */
  reasons: string[];
}

/** @param hints names that an attacker would try first; of an e-mail address its parts count too */
export function estimateStrength(password: string, hints: readonly string[]): Strength {
  const { score, feedback, sequence } = zxcvbn.check(password, hints.flatMap(namesIn));
  const [advice, detail] = feedback.suggestions;
  if (advice === undefined) return { score, reasons: [] };
  return { score, reasons: [feedback.warning ?? detail ?? weaknessOf(password, sequence), advice] };
}

/** Where the estimator gives no reason of its own. */
function weaknessOf(password: string, sequence: readonly { pattern: string }[]): string {
  const isOneWord = sequence.length === 1 && sequence[0]?.pattern === "dictionary";
  if (isOneWord) return strengthWords.warnings.wordByItself;
  return codePoints(password) < SHORT ? "It is short." : "Its parts are easy to guess.";
}

function namesIn(hint: string): string[] {
  const parts = hint.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
  return hint === "" ? [] : [hint, ...parts];
}
