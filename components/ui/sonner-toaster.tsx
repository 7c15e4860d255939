"use client";

import { useEffect, useRef, type CSSProperties, type FocusEvent } from "react";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { returnFocus } from "./focus-return";
import { connectToaster } from "./toast";

interface Properties extends CSSProperties {
  "--width": string;
}

/** Sonner's own width is in pixels, which text of 24 px has no room in. */
const style: Properties = { "--width": "22rem" };

/** The lazy part of `Toaster`: sonner in our tokens. */
export function SonnerToaster() {
  const rootRef = useRef<HTMLDivElement>(null);
  const cameFromRef = useRef<HTMLElement | null>(null);

  useEffect(() => {
    function giveFocusBack() {
      if (rootRef.current?.contains(document.activeElement)) returnFocus(cameFromRef.current);
    }
    return connectToaster(({ kind, message, ...options }) => {
      sonner[kind](message, {
        ...options,
        duration: kind === "error" ? 12_000 : 5_000,
        onDismiss: giveFocusBack,
        onAutoClose: giveFocusBack,
      });
    });
  }, []);

  // Sonner sends the focus back to where it came from whenever it leaves a toast, by Tab too: nobody could tab
  // past one. So Sonner does not hear of it, and we give it back when the toast goes.
  function handleFocus(event: FocusEvent<HTMLDivElement>) {
    const from = event.relatedTarget;
    if (!event.currentTarget.contains(from)) {
      cameFromRef.current = from instanceof HTMLElement ? from : null;
    }
    event.stopPropagation();
  }

  return (
    <div ref={rootRef} onFocusCapture={handleFocus}>
      <Sonner
        // Sonner's own rule for the font is in no layer, and would win.
        className="font-sans!"
        style={style}
        // Below are a list's pager and the bar of its chosen rows.
        position="top-center"
        closeButton
        expand
        gap={8}
        offset="0.75rem"
        mobileOffset="0.75rem"
        containerAriaLabel="Messages"
        icons={{
          success: <CircleCheck className="size-4 text-good" />,
          error: <CircleAlert className="size-4 text-bad" />,
          info: <Info className="size-4 text-ink-2" />,
        }}
        toastOptions={{
          unstyled: true,
          closeButtonAriaLabel: "Dismiss",
          classNames: {
            toast:
              "bg-raised text-ink shadow-overlay flex w-full items-start gap-2.5 rounded-lg p-3 pe-9 text-base sm:w-(--width)",
            icon: "mt-0.5 shrink-0",
            content: "min-w-0 grow",
            title: "font-medium",
            description: "text-ink-3 text-sm",
            actionButton:
              "border-line-strong hover:bg-sunken h-7 shrink-0 rounded-md border px-2 text-sm font-medium",
            closeButton:
              "text-ink-3 hover:text-ink hover:bg-sunken absolute end-2 top-2 grid size-6 place-items-center rounded-md [&_svg]:size-3.5",
          },
        }}
      />
    </div>
  );
}
