"use client";

import { PublicLayout } from "@/components/layout/public-layout";

/** Every page loads this, so it does without the kit's button. */
export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <PublicLayout
      title="This page could not be shown"
      description="The server could not put it together. Try again in a moment; if it stays so, the server's log says why."
      footer={error.digest && <p>Reference {error.digest}</p>}
    >
      <button
        type="button"
        className="h-10 rounded-lg bg-accent px-4 font-medium text-accent-ink motion-colors hover:bg-accent-hover"
        onClick={() => {
          window.location.reload();
        }}
      >
        Try again
      </button>
    </PublicLayout>
  );
}
