/** What is being linked while it is asked who somebody is, kept in this tab: a provider may be who tells, and leads them back. */

export interface Linked {
  /** What comes next: proving the identity at its provider, or linking what was proved. */
  step: "prove" | "link";
  provider: string;
}

const KEY = "muster-linking";

export async function keepingLinking<T>(
  { step, provider }: Linked,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    sessionStorage.setItem(KEY, `${step} ${provider}`);
  } catch {
    // Where nothing is kept, one presses again.
  }
  try {
    return await ask();
  } finally {
    takeKeptLinking();
  }
}

export function isLinkingKept(): boolean {
  return keptLinking() !== null;
}

/** Only once, so that nobody goes in circles. */
export function takeKeptLinking(): Linked | null {
  const kept = keptLinking();
  if (kept) sessionStorage.removeItem(KEY);
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
