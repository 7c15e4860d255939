"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { waitsForScript } from "@/components/form/waiting-form";
import { Field } from "@/components/form/field";
import { useEarlySubmit } from "@/components/form/use-early-submit";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { loadScriptTwice } from "@/lib/load-script";
import { focusField, textIn } from "./plain-form";
import type { Outcome, Second } from "./password-step";
import { PlainPasswordInput } from "./plain-password-input";
import { SignInRefusal, type Refusal } from "./sign-in-refusal";

// Loaded when somebody begins to type: it does not fit into this page's script budget.
const loadStep = () => loadScriptTwice(() => import("./password-step"));
function preload() {
  void loadStep().catch(() => undefined);
}

interface Missing {
  username?: string;
  password?: string;
}

/**
 * The first step of signing in. Plain fields, read when they are sent: what a password manager filled in before the
 * script was there counts, and a form sent where no script runs goes out as a POST, never into an address.
 */
export function PasswordForm({
  username,
  reason,
  onDone,
  onSecond,
}: {
  /** Who is known already; else empty. */
  username: string;
  /** Why one has to begin anew, where one has to. */
  reason?: string | undefined;
  onDone: () => void;
  /** The password alone does not let in. */
  onSecond: (second: Second) => void;
}) {
  const formRef = useRef<HTMLFormElement>(null);
  const [isPending, setIsPending] = useState(false);
  const [missing, setMissing] = useState<Missing>({});
  const [refusal, setRefusal] = useState<Refusal | null>(
    reason === undefined ? null : { message: reason },
  );
  const isWaiting = refusal?.wait !== undefined;
  useEarlySubmit(formRef);

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending || isWaiting) return;
    const body = valuesOf(event.currentTarget);
    const found = missingIn(body);
    setMissing(found);
    setRefusal(null);
    if (found.username ?? found.password) {
      focusField(formRef.current, found.username ? "username" : "password");
      return;
    }
    setIsPending(true);
    const outcome = await loadStep().then(({ givePassword }) => givePassword(body), failedToLoad);
    if (outcome.kind === "in") onDone();
    if (outcome.kind === "second") onSecond(outcome.second);
    if (outcome.kind !== "refused") return;
    setRefusal(outcome.refusal);
    setIsPending(false);
    focusField(formRef.current, "password");
  }

  return (
    <form
      ref={formRef}
      {...waitsForScript}
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(event)}
      className="grid gap-5"
    >
      {refusal && (
        <SignInRefusal
          refusal={refusal}
          onWaited={() => {
            setRefusal(null);
          }}
        />
      )}
      <Field label="Username" error={missing.username}>
        {(control) => (
          <Input
            {...control}
            name="username"
            autoComplete="username webauthn"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            defaultValue={username}
            onFocus={preload}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else to do on this page
            autoFocus={username === ""}
          />
        )}
      </Field>
      <Field label="Password" error={missing.password}>
        {(control) => (
          <PlainPasswordInput
            {...control}
            name="password"
            autoComplete="current-password"
            onFocus={preload}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
            autoFocus={username !== ""}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        aria-disabled={isWaiting || undefined}
      >
        Sign in
      </Button>
      <noscript>
        <p className="text-sm text-ink-2">Signing in needs JavaScript. Switch it on and reload.</p>
      </noscript>
    </form>
  );
}

function valuesOf(form: HTMLFormElement) {
  return { username: textIn(form, "username").trim(), password: textIn(form, "password") };
}

function missingIn({ username, password }: ReturnType<typeof valuesOf>): Missing {
  return {
    ...(username === "" && { username: "Enter your username." }),
    ...(password === "" && { password: "Enter your password." }),
  };
}

function failedToLoad({ message }: Error): Outcome {
  return { kind: "refused", refusal: { message } };
}
