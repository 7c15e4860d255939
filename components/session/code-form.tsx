"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { codeDigits, isWholeCode } from "@/lib/mfa/values";
import { focusField, textIn } from "./plain-form";
import { giveCode, refusalIn, type SecondFactor, type SecondStep } from "./sign-in-request";
import { SignInRefusal, type Refusal } from "./sign-in-refusal";
import { triesOf } from "./code-tries";

type Kind = "totp" | "recovery_code";

const words = {
  totp: {
    lead: "Open your authenticator app and enter the code that it shows for Muster.",
    missing: "Enter the six digits that your app shows.",
    other: "Use a recovery code instead",
  },
  recovery_code: {
    lead: "Enter one of the recovery codes that you saved. Each works once.",
    missing: "Enter a recovery code: ten letters and digits.",
    other: "Use the authenticator app instead",
  },
} as const;

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export function CodeForm({
  step,
  onSignedIn,
  onStartAgain,
}: {
  step: SecondStep;
  onSignedIn: () => void;
  /** Back to the password. @param reason why, when the person did not ask for it */
  onStartAgain: (reason?: string) => void;
}) {
  const formRef = useRef<HTMLFormElement>(null);
  const [tries] = useState(triesOf);
  const [kind, setKind] = useState<Kind>("totp");
  const [isPending, setIsPending] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isWaiting = refusal?.wait !== undefined;
  const { lead, other } = words[kind];

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // In a dialog, the form around it must not be sent.
    event.stopPropagation();
    if (isPending || isWaiting) return;
    const given = givenIn(event.currentTarget, kind);
    setRefusal(null);
    setMissing(given ? undefined : words[kind].missing);
    if (!given) {
      focusField(formRef.current, kind);
      return;
    }
    setIsPending(true);
    try {
      await giveCode(step, given);
      onSignedIn();
    } catch (error) {
      setIsPending(false);
      show(error);
    }
  }

  function show(error: unknown) {
    const end = tries.endBy(error);
    if (end !== null) {
      onStartAgain(end);
      return;
    }
    setRefusal(refusalIn(error));
    focusField(formRef.current, kind);
  }

  return (
    <form
      ref={formRef}
      method="post"
      noValidate
      aria-label="Second step"
      onSubmit={(event) => void handleSubmit(event)}
      className="grid gap-5"
    >
      <p className="text-ink-2">{lead}</p>
      {refusal && (
        <SignInRefusal
          refusal={refusal}
          onWaited={() => {
            setRefusal(null);
          }}
        />
      )}
      {kind === "totp" ? (
        <Field label="Code" error={missing}>
          {(control) => (
            <Input
              {...control}
              key="totp"
              name="totp"
              autoComplete="one-time-code"
              inputMode="numeric"
              spellCheck={false}
              // eslint-disable-next-line jsx-a11y/no-autofocus -- it is what this step asks for
              autoFocus
              onInput={({ currentTarget }) => {
                if (isWholeCode(currentTarget.value)) currentTarget.form?.requestSubmit();
              }}
            />
          )}
        </Field>
      ) : (
        <Field label="Recovery code" error={missing}>
          {(control) => (
            <Input
              {...control}
              key="recovery_code"
              name="recovery_code"
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              placeholder="xxxxx-xxxxx"
              // eslint-disable-next-line jsx-a11y/no-autofocus -- it is what this step asks for
              autoFocus
            />
          )}
        </Field>
      )}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        isPending={isPending}
        aria-disabled={isWaiting || undefined}
      >
        Sign in
      </Button>
      <div className="-my-1 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Button
          variant="ghost"
          size="sm"
          className="-mx-2.5"
          onClick={() => {
            setMissing(undefined);
            setRefusal((now) => (now?.wait === undefined ? null : now));
            setKind(kind === "totp" ? "recovery_code" : "totp");
          }}
        >
          {other}
        </Button>
        <Button
          variant="ghost"
          size="sm"
          className="-mx-2.5"
          onClick={() => {
            onStartAgain();
          }}
        >
          Back to the password
        </Button>
      </div>
    </form>
  );
}

function givenIn(form: HTMLFormElement, kind: Kind): SecondFactor | null {
  const text = textIn(form, kind).trim();
  if (kind === "recovery_code") return text === "" ? null : { recovery_code: text };
  return isWholeCode(text) ? { totp: codeDigits(text) } : null;
}
