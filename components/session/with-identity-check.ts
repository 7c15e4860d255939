import { createStore } from "@/components/ui/store";
import { isRefusal } from "@/lib/api/api-error";

/** The one place where sudo actions ask who it is: the refused call waits for the dialog, then goes out again. */

interface Question {
  onConfirmed: () => void;
  onClose: () => void;
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

/** Calls that are refused at the same time share one question. @throws Error as {@link withIdentityCheck} */
export function askForIdentity(): Promise<void> {
  answer ??= new Promise<void>((resolve, reject) => {
    identityQuestion.set({
      onConfirmed: resolve,
      onClose: () => {
        reject(new Error("Nothing was changed. Confirm your identity to continue."));
      },
    });
  }).finally(() => {
    answer = null;
    identityQuestion.set(null);
  });
  return answer;
}
