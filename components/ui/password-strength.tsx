"use client";

import { useDeferredValue, useEffect, useState } from "react";
import { loadScriptTwice } from "@/lib/load-script";
import { StrengthScale } from "./strength-scale";
import type { StrengthMeter } from "./strength-meter";

interface Loaded {
  Meter: typeof StrengthMeter;
}

/**
 * How strong a new password is. It advises and never blocks: its script comes with the first letter, and where it does
 * not come nothing is said.
 */
export function PasswordStrength({
  password,
  hints,
}: {
  password: string;
  /** Words an attacker would try first: the username, the name of the server. */
  hints?: readonly string[] | undefined;
}) {
  const shown = useDeferredValue(password);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const isWanted = shown !== "" && loaded === null;

  useEffect(() => {
    if (!isWanted) return;
    loadScriptTwice(() => import("./strength-meter")).then(
      ({ StrengthMeter }) => {
        setLoaded({ Meter: StrengthMeter });
      },
      () => undefined,
    );
  }, [isWanted]);

  return (
    <div className="mt-2">
      {shown !== "" && loaded ? (
        <loaded.Meter password={shown} hints={hints} />
      ) : (
        <StrengthScale filled={0}>Long and unrelated words are best.</StrengthScale>
      )}
    </div>
  );
}
