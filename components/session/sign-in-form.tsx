"use client";

import { useState, type ReactNode } from "react";
import { lazyComponent } from "@/components/ui/lazy-component";
import { PasswordForm } from "./password-form";
import type { SecondStep } from "./sign-in-request";

// Loaded when somebody begins to type: it does not fit into this page's script budget.
const CodeForm = lazyComponent(async () => (await import("./code-form")).CodeForm);

/** Signs in with a password, and with a code where that is not enough. */
export function SignInForm({
  back,
  username: known = "",
  children,
}: {
  /** A page of ours. */
  back: string;
  /** Who is known already; else empty. */
  username?: string;
  /** Other ways in, as long as the password has not been given. */
  children?: ReactNode;
}) {
  const [username, setUsername] = useState(known);
  const [step, setStep] = useState<SecondStep | null>(null);
  const [reason, setReason] = useState<string>();

  function goOn() {
    window.location.assign(back);
  }

  if (step !== null) {
    return (
      <CodeForm
        step={step}
        onSignedIn={goOn}
        onStartAgain={(why) => {
          setReason(why);
          setStep(null);
        }}
      />
    );
  }
  return (
    <>
      <PasswordForm
        username={username}
        reason={reason}
        onFocus={CodeForm.preload}
        onDone={(next, name) => {
          if (next === null) goOn();
          else {
            setUsername(name);
            setStep(next);
          }
        }}
      />
      {children}
    </>
  );
}
