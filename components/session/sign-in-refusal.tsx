import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";

export interface Refusal {
  message: string;
  /** While the server does not listen. */
  wait?: Wait;
}

/** It comes with the script that asked the server: pages that have not asked do without. */
export interface Wait {
  /** Milliseconds since the epoch. */
  until: number;
  Countdown: (props: { until: number; onEnd: () => void }) => ReactNode;
}

interface RefusalProps {
  refusal: Refusal;
  onWaited: () => void;
}

/** Why signing in did not work; while one has to wait, with the time that is left. */
export function SignInRefusal({ refusal: { message, wait }, onWaited }: RefusalProps) {
  return (
    <Callout tone="danger" role="alert">
      <p className={wait && "sr-only"}>{message}</p>
      {wait && (
        // The ticking is only for the eyes.
        <p aria-hidden="true" className="tabular-nums">
          Too many failed attempts. Try again in{" "}
          <wait.Countdown until={wait.until} onEnd={onWaited} />.
        </p>
      )}
    </Callout>
  );
}
