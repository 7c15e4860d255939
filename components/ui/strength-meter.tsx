"use client";

import { useMemo } from "react";
import { cn } from "@/lib/cn";
import { estimateStrength } from "./strength";
import { StrengthScale } from "./strength-scale";

const levels = [
  { word: "Very weak", bar: "bg-bad", text: "text-bad" },
  { word: "Weak", bar: "bg-bad", text: "text-bad" },
  { word: "Fair", bar: "bg-warn", text: "text-warn" },
  { word: "Good", bar: "bg-good", text: "text-good" },
  { word: "Strong", bar: "bg-good", text: "text-good" },
] as const;

/** Says how hard the password is to guess, and why. It advises and never blocks. */
export function StrengthMeter({
  password,
  hints = [],
}: {
  password: string;
  hints?: readonly string[] | undefined;
}) {
  const { score, reasons } = useMemo(() => estimateStrength(password, hints), [password, hints]);
  const level = levels[score];
  return (
    <StrengthScale filled={Math.max(1, score)} barClass={level.bar}>
      <span className={cn("font-medium", level.text)}>{level.word}.</span> {reasons.join(" ")}
    </StrengthScale>
  );
}
