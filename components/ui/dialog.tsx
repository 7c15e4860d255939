"use client";

import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import { cn } from "@/lib/cn";
import { Button } from "./button";
import { currentOpener, handOverOpener, returnFocus } from "./focus-return";
import { IconButton } from "./icon-button";
import { AskToLeaveContext } from "./leave-question";
import { useLeaveGuard } from "./use-leave-guard";

const widths = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-3xl" } as const;

/** What is asked before something is lost, and the answers. */
export interface LeaveQuestion {
  question: string;
  stay: string;
  leave: string;
}

const aboutTyped: LeaveQuestion = {
  question: "Discard what you typed?",
  stay: "Keep editing",
  leave: "Discard",
};

export interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  size?: keyof typeof widths;
  role?: "dialog" | "alertdialog";
  /**
   * Closing by Esc, the backdrop or a close button first asks this, and so does leaving the page: the dialog
   * holds something that would be lost. A kit `Form` inside reports itself, and needs none.
   */
  leaveQuestion?: LeaveQuestion | null;
  /** While true the dialog cannot be closed: something is under way that it must show the end of. */
  isLocked?: boolean;
  children: ReactNode;
}

/**
 * A modal dialog, open as long as it is mounted: `{isOpen && <Dialog …/>}`. On phones a bottom
 * sheet. The focus returns to what opened it. Load dialogs with `lazyDialog`.
 */
export function Dialog({
  title,
  description,
  onClose,
  size = "md",
  role = "dialog",
  leaveQuestion = null,
  isLocked = false,
  children,
}: DialogProps) {
  const contentRef = useRef<HTMLDivElement>(null);
  const openerRef = useRef<HTMLElement | null>(null);
  const [askingAbout, setAskingAbout] = useState<"given" | "typed" | null>(null);
  // The given question may be settled while it is asked.
  const asked = askingAbout === "typed" ? aboutTyped : askingAbout && leaveQuestion;

  useLeaveGuard(leaveQuestion !== null, () => {
    setAskingAbout("given");
  });
  // Held up for a form inside, one stays on the page and is asked about the dialog.
  const askAboutTyped = useCallback(() => {
    setAskingAbout("typed");
  }, []);

  useEffect(
    () => () => {
      handOverOpener(openerRef.current);
    },
    [],
  );

  function handleOpenChange(isOpen: boolean) {
    if (isOpen || isLocked) return;
    if (asked) setAskingAbout(null);
    else if (leaveQuestion) setAskingAbout("given");
    else if (hasDirtyForm(contentRef.current)) setAskingAbout("typed");
    else onClose();
  }

  return (
    <DialogPrimitive.Root open onOpenChange={handleOpenChange}>
      <DialogPrimitive.Portal>
        <DialogPrimitive.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <DialogPrimitive.Content
          ref={contentRef}
          role={role}
          {...(!description && { "aria-describedby": undefined })}
          onOpenAutoFocus={(event) => {
            openerRef.current = currentOpener();
            focusFirstField(event, contentRef.current);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus(openerRef.current);
          }}
          className={cn(
            "fixed inset-x-0 bottom-0 z-40 flex max-h-[calc(100dvh-1rem)] animate-rise-in flex-col rounded-t-xl bg-raised text-ink shadow-overlay outline-none [--form-inset:1.25rem] sm:inset-x-4 sm:top-[min(12vh,6rem)] sm:bottom-auto sm:mx-auto sm:max-h-[calc(100dvh-min(12vh,6rem)-1rem)] sm:animate-pop-in sm:rounded-xl",
            widths[size],
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 grow">
              <DialogPrimitive.Title className="text-lg font-semibold">
                {title}
              </DialogPrimitive.Title>
              {description && (
                <DialogPrimitive.Description asChild>
                  <div className="mt-0.5 text-ink-3">{description}</div>
                </DialogPrimitive.Description>
              )}
            </div>
            <DialogPrimitive.Close asChild>
              <IconButton
                label="Close"
                icon={<X />}
                size="sm"
                className="-me-1.5"
                hasTooltip={false}
              />
            </DialogPrimitive.Close>
          </header>
          <AskToLeaveContext value={askAboutTyped}>{children}</AskToLeaveContext>
          {asked && (
            <LeaveBar
              words={asked}
              onStay={() => {
                setAskingAbout(null);
              }}
              onLeave={onClose}
            />
          )}
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  );
}

/** The part of a dialog that scrolls. */
export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={cn("min-h-0 grow overflow-y-auto px-5 pt-1 pb-5", className)}>{children}</div>
  );
}

/** Actions at the bottom; the last one is the main one. Stacked on phones, main one first. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 border-t border-line px-5 py-3 max-sm:pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:flex-wrap sm:justify-end [&>*]:max-sm:h-10">
      {children}
    </footer>
  );
}

/** A button that closes the dialog as Esc does: typed input is asked about first. */
export function DialogCancel({
  children = "Cancel",
  isFirst = false,
}: {
  children?: ReactNode;
  /** The focus begins here. */
  isFirst?: boolean;
}) {
  return (
    <DialogPrimitive.Close asChild>
      <Button variant="secondary" {...(isFirst && { "data-autofocus": true })}>
        {children}
      </Button>
    </DialogPrimitive.Close>
  );
}

function LeaveBar({
  words,
  onStay,
  onLeave,
}: {
  words: LeaveQuestion;
  onStay: () => void;
  onLeave: () => void;
}) {
  return (
    <div
      role="alertdialog"
      aria-label={words.question}
      className="absolute inset-x-0 bottom-0 flex animate-fade-in flex-wrap items-center justify-end gap-2 rounded-b-xl border-t border-line-strong bg-raised px-5 py-3 max-sm:rounded-none max-sm:pb-[max(0.75rem,env(safe-area-inset-bottom))]"
    >
      <p className="me-auto py-1 font-medium">{words.question}</p>
      <Button ref={borrowFocus} onClick={onStay}>
        {words.stay}
      </Button>
      <Button variant="danger" onClick={onLeave}>
        {words.leave}
      </Button>
    </div>
  );
}

/** A ref: takes the focus, and gives it back when the element goes. One function, so that drawing again moves nothing. */
function borrowFocus(element: HTMLElement | null) {
  if (!element) return undefined;
  const lender = document.activeElement;
  element.focus();
  return () => {
    if (lender instanceof HTMLElement) lender.focus();
  };
}

function hasDirtyForm(content: HTMLElement | null): boolean {
  return Boolean(content?.querySelector("form[data-dirty=true]"));
}

// The close button comes first in the markup, but nobody opens a dialog to close it.
function focusFirstField(event: Event, content: HTMLElement | null) {
  const first =
    content?.querySelector<HTMLElement>("[data-autofocus]") ??
    content?.querySelector<HTMLElement>(
      ":is(input, select, textarea):not([type=hidden], [hidden], [tabindex='-1'], :disabled)",
    );
  if (!first) return;
  event.preventDefault();
  first.focus();
}
