/** What is being linked while it is asked who somebody is, kept in this tab: a provider may be who tells, and leads them back. */

export interface Linked {
  /** What comes next: proving the identity at its provider, or linking what was proved. */
  step: "prove" | "link";
  provider: string;
}

const KEY = "muster-linking";

export function keepLinking({ step, provider }: Linked): void {
  try {
    sessionStorage.setItem(KEY, `${step} ${provider}`);
  } catch {
    // Where nothing is kept, one presses again.
  }
}

export function forgetLinking(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There is none.
  }
}

export function isLinkingKept(): boolean {
  return keptLinking() !== null;
}

/** Only once, so that nobody goes in circles. */
export function takeKeptLinking(): Linked | null {
  const kept = keptLinking();
  forgetLinking();
  return kept;
}

function keptLinking(): Linked | null {
  try {
    const [step, provider] = (sessionStorage.getItem(KEY) ?? "").split(" ");
    return (step === "prove" || step === "link") && provider ? { step, provider } : null;
  } catch {
    return null;
  }
}
