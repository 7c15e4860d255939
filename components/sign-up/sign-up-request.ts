import type { z } from "zod";
import { ApiError, isRefusal } from "@/lib/api/api-error";
import type { CodeQuery, inviteSignUp } from "@/lib/invite/schema";
import { requireCookies } from "@/components/session/browser-session";
import { refusalIn, signIn } from "@/components/session/sign-in-request";
import type { Refusal } from "@/components/session/sign-in-refusal";
import { callInvites } from "./calls";
import type { SignUpErrors } from "./sign-up-fields";

type SignUpInput = z.input<ReturnType<typeof inviteSignUp>>;

/** The account is made, and only signing in went wrong. */
class NotSignedInError extends Error {}

/** Makes the account of an invite and signs in. @throws Error that `troubleOf` tells apart */
export async function signUp(link: CodeQuery, body: SignUpInput): Promise<void> {
  await requireCookies();
  const refusal = await makeAccount(link, body);
  try {
    const step = await signIn({ username: link.email, password: body.password });
    if (step !== null) throw new Error("This account asks for a code too.");
  } catch (error) {
    throw refusal ?? new NotSignedInError(wordsOf(error));
  }
}

/** @returns why not, where the invite is over: by an earlier call of ours perhaps, whose answer was lost; the password tells then */
async function makeAccount(query: CodeQuery, body: SignUpInput): Promise<ApiError | null> {
  try {
    await callInvites("signUp", { query, body });
    return null;
  } catch (error) {
    if (isOver(error)) return error;
    throw error;
  }
}

function isOver(error: unknown): error is ApiError {
  return isRefusal(error, "not_found") || isRefusal(error, "conflict");
}

export type Trouble =
  /** The invite was used, replaced or revoked meanwhile. */
  | { kind: "over" }
  /** The account is made; signing in is left to do. */
  | { kind: "made"; message: string }
  | { kind: "fields"; errors: SignUpErrors }
  | { kind: "refused"; refusal: Refusal };

export function troubleOf(error: unknown): Trouble {
  if (isOver(error)) return { kind: "over" };
  const message = wordsOf(error);
  if (error instanceof NotSignedInError) return { kind: "made", message };
  const errors = fieldErrorsOf(error);
  if (errors) return { kind: "fields", errors };
  return { kind: "refused", refusal: refusalIn(error) };
}

function fieldErrorsOf(error: unknown): SignUpErrors | null {
  if (!(error instanceof ApiError)) return null;
  const messageAt = (path: string) => error.fields.find((field) => field.path === path)?.message;
  const [name, password] = [messageAt("display_name"), messageAt("password")];
  if (name === undefined && password === undefined) return null;
  return {
    ...(name !== undefined && { display_name: name }),
    ...(password !== undefined && { password }),
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : "Something went wrong. Try again in a moment.";
}
