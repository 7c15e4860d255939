"use client";

import { startTransition } from "react";
import { useRouter } from "next/navigation";
import { ErrorState } from "@/components/ui/error-state";
import { isMissingScript } from "@/lib/load-script";

export interface PageErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page that failed. The server's log has the cause under the digest. */
export function PageError({ error, reset }: PageErrorProps) {
  const router = useRouter();
  if (isMissingScript(error)) return <MissingScript />;

  function handleRetry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <ErrorState
      title="This page could not be shown"
      message="Something went wrong on the server. Try again in a moment. If it keeps happening, look into the server's log."
      requestId={error.digest ?? null}
      onRetry={handleRetry}
    />
  );
}

/** The router keeps what did not come, so that only the page as a whole can ask again. */
function MissingScript() {
  return (
    <ErrorState
      title="This page could not be shown"
      message="Part of the page could not be loaded. Check your connection and try again."
      onRetry={() => {
        window.location.reload();
      }}
    />
  );
}
