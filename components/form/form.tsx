"use client";

import { use, useRef, useState, type SubmitEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useFormState, type FieldValues } from "react-hook-form";
import { AskToLeaveContext } from "@/components/ui/leave-question";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { cn } from "@/lib/cn";
import { waitsForScript } from "./waiting-form";
import { applyFieldErrors, focusFirstInvalid, isFormError } from "./field-errors";
import { FormPendingContext } from "./form-pending";
import { FormSummary, type FormSummaryProps } from "./form-summary";
import { useEarlySubmit } from "./use-early-submit";
import type { ZodForm } from "./use-zod-form";

type Outcome = { kind: "done" } | { kind: "invalid" } | { kind: "failed"; error: unknown };

/**
 * Checks, submits, and shows what went wrong where it belongs: field errors at their fields with the
 * focus on the first, everything else in a summary on top. `onSubmit` throws (mutateAsync) to fail;
 * it returns nothing when it only opens a dialog.
 * While something is typed and not saved, leaving asks first: the Dialog around it, or the page.
 */
export function Form<In extends FieldValues, Out>({
  form,
  onSubmit,
  onError,
  label,
  className,
  footer,
  children,
}: {
  form: ZodForm<In, Out>;
  onSubmit: (values: Out) => Promise<unknown> | undefined;
  /** Return true for an error that the caller shows in its own way (a 412, for example). */
  onError?: (error: unknown) => boolean;
  /** Names the form for screen readers where no heading does. */
  label?: string;
  className?: string;
  /** Below the fields, and not disabled with them while they are sent: for what can be cancelled meanwhile. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { isDirty } = useFormState({ control: form.control });
  const formRef = useRef<HTMLFormElement>(null);
  const isSubmittingRef = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const [summary, setSummary] = useState<FormSummaryProps | null>(null);
  useEarlySubmit(formRef);
  useLeaveGuard(isDirty, use(AskToLeaveContext));

  async function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    const element = event.currentTarget;
    event.preventDefault();
    // A form in a dialog is, for React, inside whatever form renders the dialog.
    event.stopPropagation();
    if (isSubmittingRef.current) return;
    isSubmittingRef.current = true;
    const focused = document.activeElement;
    setSummary(null);
    const outcome = await submit();
    isSubmittingRef.current = false;
    // The fields must be enabled before one of them can take the focus.
    flushSync(() => {
      setIsPending(false);
    });
    if (outcome.kind === "failed") show(outcome.error, element);
    if (outcome.kind === "invalid") focusFirstInvalid(form, element);
    if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus();
  }

  async function submit(): Promise<Outcome> {
    let outcome: Outcome = { kind: "done" };
    try {
      await form.handleSubmit(
        async (values) => {
          const sending = onSubmit(values);
          // Fields lose the focus when they are disabled: not where a dialog opens, which gives it back.
          setIsPending(sending !== undefined);
          await sending;
        },
        () => {
          outcome = { kind: "invalid" };
        },
      )();
    } catch (error) {
      outcome = { kind: "failed", error };
    }
    return outcome;
  }

  function show(error: unknown, element: HTMLFormElement) {
    if (onError?.(error)) return;
    const unknown = isFormError(error) ? applyFieldErrors(form, element, error) : [];
    const isAllAtFields = isFormError(error) && error.fields.length > 0 && unknown.length === 0;
    if (isAllAtFields) return;
    const message = error instanceof Error ? error.message : "Something went wrong. Try again.";
    const requestId = isFormError(error) ? error.requestId : null;
    setSummary({ message, details: unknown, requestId });
  }

  return (
    <form
      ref={formRef}
      {...waitsForScript}
      // Sent without the script, what was typed must not get into an address.
      method="post"
      noValidate
      aria-label={label}
      data-dirty={isDirty}
      className={cn("flex min-h-0 flex-col", className)}
      onSubmit={(event) => void handleSubmit(event)}
    >
      <FormPendingContext value={isPending}>
        {summary && <FormSummary {...summary} />}
        <fieldset disabled={isPending} className="contents">
          {children}
        </fieldset>
        {footer}
      </FormPendingContext>
    </form>
  );
}
