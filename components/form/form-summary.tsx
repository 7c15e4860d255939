"use client";

import { Callout } from "@/components/ui/callout";

export interface FormSummaryProps {
  message: string;
  details: readonly { path: string; message: string }[];
  requestId?: string | null | undefined;
}

/** What is wrong with the form as a whole. Announced, and scrolled to, when it appears. */
export function FormSummary({ message, details, requestId }: FormSummaryProps) {
  return (
    <div
      ref={(element) => {
        element?.scrollIntoView({ block: "nearest" });
      }}
      className="px-(--form-inset,0) pb-4"
    >
      <Callout tone="danger" role="alert">
        <p>{message}</p>
        {details.length > 0 && (
          <ul className="mt-1 list-disc ps-4">
            {details.map((detail) => (
              <li key={`${detail.path} ${detail.message}`}>
                {detail.path && <code className="font-mono text-xs">{detail.path}: </code>}
                {detail.message}
              </li>
            ))}
          </ul>
        )}
        {requestId && <p className="mt-1 text-xs break-all text-ink-3">Request {requestId}</p>}
      </Callout>
    </div>
  );
}
