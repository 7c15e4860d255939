"use client";

import { useState, type ReactNode } from "react";
import { PasswordForm } from "./password-form";
import type { Second } from "./password-step";

/** Signs in with a password, and with a code where that is not enough. */
export function SignInForm({
  back,
  username = "",
  children,
}: {
  /** A page of ours. */
  back: string;
  /** Who is known already; else empty. */
  username?: string;
  /** Other ways in, as long as the password has not been given. */
  children?: ReactNode;
}) {
  const [second, setSecond] = useState<Second | null>(null);
  /** Why one has to begin anew, and as whom. */
  const [again, setAgain] = useState<{ username: string; reason?: string | undefined }>({
    username,
  });

  function goOn() {
    window.location.assign(back);
  }

  if (second !== null) {
    const { step, Form } = second;
    return (
      <Form
        step={step}
        onSignedIn={goOn}
        onStartAgain={(reason) => {
          setAgain({ username: step.username, reason });
          setSecond(null);
        }}
      />
    );
  }
  return (
    <>
      <PasswordForm {...again} onDone={goOn} onSecond={setSecond} />
      {children}
    </>
  );
}
