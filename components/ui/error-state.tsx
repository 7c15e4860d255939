"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { EmptyState } from "./empty-state";

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
            <CopyButton value={requestId} label="Copy request id" />
          </p>
        )}
      </EmptyState>
    </div>
  );
}
