"use client";

import { useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { useEarlySubmit } from "@/components/form/use-early-submit";
import { waitsForScript } from "@/components/form/waiting-form";
import { focusField, textIn } from "@/components/session/plain-form";
import { SignInRefusal, type Refusal } from "@/components/session/sign-in-refusal";
import { Button } from "@/components/ui/button";
import { loadScriptTwice } from "@/lib/load-script";
import { paths } from "@/lib/paths";
import { SignUpFields, type SignUpErrors } from "./sign-up-fields";
import { SignUpMade } from "./sign-up-made";
import type { Trouble } from "./sign-up-request";

// Loaded when somebody begins to type: it does not fit into this page's script budget.
const loadRequest = () => loadScriptTwice(() => import("./sign-up-request"));
function preload() {
  void loadRequest().catch(() => undefined);
}

interface SignUpFormProps {
  email: string;
  code: string;
  passwordMinLength: number;
  /** The other ways to sign up. */
  children?: ReactNode;
}

/** Makes the account of an invite and signs in. Plain fields, read when they are sent, as those of the sign-in. */
export function SignUpForm({ email, code, passwordMinLength, children }: SignUpFormProps) {
  const formRef = useRef<HTMLFormElement>(null);
  const [isPending, setIsPending] = useState(false);
  const [errors, setErrors] = useState<SignUpErrors>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [notSignedIn, setNotSignedIn] = useState<string | null>(null);
  const isWaiting = refusal?.wait !== undefined;
  useEarlySubmit(formRef);

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending || isWaiting) return;
    const values = valuesOf(event.currentTarget);
    setRefusal(null);
    setErrors({});
    if (values.password === "") {
      showAtFields({ password: "Enter a password." });
      return;
    }
    setIsPending(true);
    try {
      const { signUp } = await loadRequest();
      await signUp({ email, invite_code: code }, values);
      // A step back does not lead here again.
      window.location.replace(paths.home);
    } catch (error) {
      show(await troubleOf(error));
    }
  }

  function show(trouble: Trouble) {
    // The page says what to do when its invite is over.
    if (trouble.kind === "over") {
      window.location.reload();
      return;
    }
    setIsPending(false);
    if (trouble.kind === "made") setNotSignedIn(trouble.message);
    else if (trouble.kind === "fields") showAtFields(trouble.errors);
    else showRefusal(trouble.refusal);
  }

  function showAtFields(found: SignUpErrors) {
    setErrors(found);
    focusField(formRef.current, found.display_name === undefined ? "password" : "display_name");
  }

  function showRefusal(shown: Refusal) {
    setRefusal(shown);
    focusField(formRef.current, "password");
  }

  if (notSignedIn !== null) return <SignUpMade email={email} message={notSignedIn} />;

  return (
    <>
      <form
        ref={formRef}
        {...waitsForScript}
        // Sent without the script, what was typed must not get into an address.
        method="post"
        noValidate
        aria-label="Sign up"
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
        <SignUpFields
          email={email}
          passwordMinLength={passwordMinLength}
          errors={errors}
          onFocus={preload}
        />
        <Button
          type="submit"
          variant="primary"
          size="lg"
          isPending={isPending}
          aria-disabled={isWaiting || undefined}
        >
          Create account
        </Button>
        <noscript>
          <p className="text-sm text-ink-2">
            Signing up needs JavaScript. Switch it on and reload.
          </p>
        </noscript>
      </form>
      {children}
    </>
  );
}

function valuesOf(form: HTMLFormElement) {
  return { password: textIn(form, "password"), display_name: textIn(form, "display_name") };
}

async function troubleOf(error: unknown): Promise<Trouble> {
  const request = await loadRequest().catch(() => null);
  if (request) return request.troubleOf(error);
  const message = error instanceof Error ? error.message : "Something went wrong. Try again.";
  return { kind: "refused", refusal: { message } };
}
