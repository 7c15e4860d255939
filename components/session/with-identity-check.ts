import { createStore } from "@/components/ui/store";
import { isRefusal } from "@/lib/api/api-error";

/** The one place where sudo actions ask who it is: the refused call waits for the dialog, then goes out again. */

interface Question {
  confirm: () => void;
  cancel: () => void;
}

/** What is being asked at the moment. */
export const identityQuestion = createStore<Question | null>(null);
let answer: Promise<void> | null = null;

/**
 * Runs a call; where the server wants to know first who it is, asks, and runs it once more.
 * @example mutationFn: () => withIdentityCheck(() => callUsers("transferSuperAdmin", …))
 * @throws Error when the person closes the dialog without an answer; nothing was changed then
 */
export async function withIdentityCheck<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isRefusal(error, "identity_check_required")) throw error;
    await askForIdentity();
    return run();
  }
}

/** What the server asks for is good for 10 minutes; what begins now takes a moment. */
const GOOD_FOR_MS = 9 * 60_000;
let confirmedAt = 0;

/**
 * Asks who it is before the browser leaves for what needs to know it.
 * @param knownAt when this session proved it last, as far as the page knows
 * @throws Error when the person closes the dialog without an answer
 */
export async function requireIdentity(knownAt: number): Promise<void> {
  if (Math.max(knownAt, confirmedAt) + GOOD_FOR_MS > Date.now()) return;
  await askForIdentity();
}

/** Calls that are refused at the same time share one question. */
function askForIdentity(): Promise<void> {
  answer ??= new Promise<void>((resolve, reject) => {
    identityQuestion.set({
      confirm: () => {
        confirmedAt = Date.now();
        resolve();
      },
      cancel: () => {
        reject(new Error("Nothing was changed. Confirm your identity to continue."));
      },
    });
  }).finally(() => {
    answer = null;
    identityQuestion.set(null);
  });
  return answer;
}
