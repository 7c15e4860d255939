"use client";

import { useDeferredValue } from "react";
import { lazyComponent } from "./lazy-component";
import { StrengthScale } from "./strength-scale";

const hint = <StrengthScale filled={0}>Long and unrelated words are best.</StrengthScale>;
const StrengthMeter = lazyComponent(async () => (await import("./strength-meter")).StrengthMeter, {
  fallback: hint,
  failed: () => hint,
});

/** How strong a new password is; loaded with the first letter. It advises and never blocks. */
export function PasswordStrength({
  password,
  hints,
}: {
  password: string;
  /** Words an attacker would try first: the username, the name of the server. */
  hints?: readonly string[] | undefined;
}) {
  const shown = useDeferredValue(password);
  return (
    <div className="mt-2">{shown ? <StrengthMeter password={shown} hints={hints} /> : hint}</div>
  );
}
