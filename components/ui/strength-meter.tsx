"use client";

import { useMemo } from "react";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { cn } from "@/lib/cn";
import { commonPasswords, keyboardRows } from "./common-passwords";
import { StrengthScale } from "./strength-scale";

const zxcvbn = new ZxcvbnFactory({
  dictionary: { common: commonPasswords, keyboard: keyboardRows },
  useLevenshteinDistance: true,
});

const levels = [
  { word: "Very weak", advice: "It would be guessed at once.", bar: "bg-bad", text: "text-bad" },
  {
    word: "Weak",
    advice: "Add words that do not belong together.",
    bar: "bg-bad",
    text: "text-bad",
  },
  { word: "Fair", advice: "A few more signs make it good.", bar: "bg-warn", text: "text-warn" },
  { word: "Good", advice: "Hard to guess.", bar: "bg-good", text: "text-good" },
  { word: "Strong", advice: "Very hard to guess.", bar: "bg-good", text: "text-good" },
] as const;

/** Says how hard the password is to guess. It advises and never blocks. */
export function StrengthMeter({
  password,
  hints = [],
}: {
  password: string;
  hints?: readonly string[] | undefined;
}) {
  const { score } = useMemo(() => zxcvbn.check(password, [...hints]), [password, hints]);
  const level = levels[score];
  return (
    <StrengthScale filled={Math.max(1, score)} barClass={level.bar}>
      <span className={cn("font-medium", level.text)}>{level.word}.</span> {level.advice}
    </StrengthScale>
  );
}
