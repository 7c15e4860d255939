"use client";

import { useState } from "react";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { ImportLeaveDialog } from "./import-leave-dialog";

export interface LeaveWords {
  title: string;
  text: string;
  stay: string;
  leave: string;
}

/** While there are words, leaving is asked about with them. */
export function LeaveGuard({ words }: { words: LeaveWords | null }) {
  const [held, setHeld] = useState<{ leave: () => void } | null>(null);
  useLeaveGuard(words !== null, (leave) => {
    setHeld({ leave });
  });
  if (!words || !held) return null;
  return (
    <ImportLeaveDialog
      words={words}
      onLeave={() => {
        setHeld(null);
        held.leave();
      }}
      onClose={() => {
        setHeld(null);
      }}
    />
  );
}
