"use client";

import { PublicLayout } from "@/components/layout/public-layout";

/** Every page loads this, so it does without the kit's button. */
export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <PublicLayout
      title="This page could not be shown"
      description="Something went wrong on the server. Try again in a moment. If it keeps happening, look into the server's log."
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
