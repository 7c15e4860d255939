"use client";

import { useEffect, useState, type RefObject } from "react";
import type { WaitingForm } from "./waiting-form";

/** Sends a form, marked by `waitsForScript`, that somebody sent before its script was there. */
export function useEarlySubmit(formRef: RefObject<WaitingForm | null>) {
  const [isSentEarly, setIsSentEarly] = useState(false);

  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    delete form.dataset.waits;
    // In the next render: with this one the fields take over what was typed, and the form has to notice.
    if (form.isSentEarly) setIsSentEarly(true);
  }, [formRef]);

  useEffect(() => {
    const form = formRef.current;
    if (!isSentEarly || !form?.isSentEarly) return;
    form.isSentEarly = false;
    form.requestSubmit();
  }, [formRef, isSentEarly]);
}
