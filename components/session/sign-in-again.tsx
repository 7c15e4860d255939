"use client";

import { useEffect } from "react";
import { lazyDialog } from "@/components/ui/lazy-component";
import { createStore, useStore } from "@/components/ui/store";
import { wouldLoseSomething } from "@/components/ui/use-leave-guard";
import { onSessionEnd } from "@/lib/api/client";

const SignInAgainDialog = lazyDialog(
  async () => (await import("./sign-in-again-dialog")).SignInAgainDialog,
);

interface Question {
  goOn: () => void;
  giveUp: (reason: string) => void;
}

const question = createStore<Question | null>(null);
let answer: Promise<void> | null = null;
/** Not to sign in was the last answer: only another try to save asks again. */
let isGivenUp = false;

const signedOut = "Nothing was saved: you are signed out. Save again to sign in.";

/**
 * Once, in the console: when the session ends while something is saved, or is typed and not saved yet, one signs in
 * again in a dialog, and the call goes on. When nothing would be lost, it fails as before.
 */
export function SignInAgain({ username }: { username: string }) {
  useEffect(
    () =>
      onSessionEnd(async ({ isWrite, error }) => {
        if (!isWrite && !wouldLoseSomething()) throw error;
        if (!isWrite && isGivenUp) throw new Error(signedOut);
        await ask();
      }),
    [],
  );
  const asked = useStore(question, null);
  if (!asked) return null;
  return (
    <SignInAgainDialog
      username={username}
      onSignedIn={asked.goOn}
      onClose={() => {
        asked.giveUp(signedOut);
      }}
      onOther={(other) => {
        asked.giveUp(`Nothing was saved, because ${other} is signed in now.`);
      }}
    />
  );
}

/** Calls that are refused at the same time share one question. */
function ask(): Promise<void> {
  answer ??= new Promise<void>((resolve, reject) => {
    question.set({
      goOn: () => {
        isGivenUp = false;
        resolve();
      },
      giveUp: (reason) => {
        isGivenUp = true;
        reject(new Error(reason));
      },
    });
  }).finally(() => {
    answer = null;
    question.set(null);
  });
  return answer;
}
