"use client";

import { useEffect } from "react";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { connectToaster } from "./toast";

/** The lazy part of `Toaster`: sonner in our tokens. */
export function SonnerToaster() {
  useEffect(
    () =>
      connectToaster(({ kind, message, ...options }) => {
        sonner[kind](message, { ...options, duration: kind === "error" ? 12_000 : 5_000 });
      }),
    [],
  );

  return (
    <Sonner
      // Sonner's own rule for the font is in no layer, and would win.
      className="font-sans!"
      position="bottom-right"
      closeButton
      expand
      gap={8}
      offset="1rem"
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
  );
}
