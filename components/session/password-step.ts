import type { SignIn } from "@/lib/session/schema";
import { CodeForm } from "./code-form";
import type { Refusal } from "./sign-in-refusal";
import { refusalIn, signIn, type SecondStep } from "./sign-in-request";

/** The second step, with what shows it. */
export interface Second {
  step: SecondStep;
  Form: typeof CodeForm;
}

export type Outcome =
  { kind: "in" } | { kind: "second"; second: Second } | { kind: "refused"; refusal: Refusal };

/** The lazy part of `PasswordForm`. */
export async function givePassword(body: SignIn): Promise<Outcome> {
  try {
    const step = await signIn(body);
    return step ? { kind: "second", second: { step, Form: CodeForm } } : { kind: "in" };
  } catch (error) {
    return { kind: "refused", refusal: refusalIn(error) };
  }
}
