"use client";

import { PublicLayout } from "@/components/layout/public-layout";
import { Button } from "@/components/ui/button";

export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <PublicLayout
      title="This page could not be shown"
      description="The server could not put it together. Try again in a moment; if it stays so, the server's log says why."
      footer={error.digest && <p>Reference {error.digest}</p>}
    >
      <Button
        variant="primary"
        onClick={() => {
          window.location.reload();
        }}
      >
        Try again
      </Button>
    </PublicLayout>
  );
}
