"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { lazyComponent } from "./lazy-component";

// Every page has this screen in its first script, and hardly any shows it. Without the button, the id can still be read.
const CopyButton = lazyComponent(async () => (await import("./copy-button")).CopyButton, {
  failed: () => null,
});

/** Something could not be shown: why, the request id for whoever looks into it, and another try. */
export function ErrorState({
  title = "This could not be loaded",
  message,
  requestId,
  onRetry,
  isRetrying = false,
  className,
}: {
  title?: string;
  message: string;
  requestId?: string | null;
  onRetry?: () => void;
  isRetrying?: boolean;
  className?: string;
}) {
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<TriangleAlert className="text-bad" />}
        title={title}
        actions={
          onRetry && (
            <Button icon={<RotateCw />} onClick={onRetry} isPending={isRetrying}>
              Try again
            </Button>
          )
        }
      >
        <p>{message}</p>
        {requestId && (
          <p className="mt-3 flex flex-wrap items-center justify-center gap-1 text-xs">
            Request <code className="font-mono break-all">{requestId}</code>
            <CopyButton value={requestId} label="Copy request ID" />
          </p>
        )}
      </EmptyState>
    </div>
  );
}
