"use client";

import { useState } from "react";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import type { ListedToken } from "@/lib/token/schema";
import { TokensHeader } from "./tokens-header";
import { TokensSkeleton } from "./tokens-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const TokensTable = lazyComponent(async () => (await import("./tokens-table")).TokensTable, {
  fallback: <TokensSkeleton />,
});
const TokenRevokeDialog = lazyDialog(
  async () => (await import("@/components/token/token-revoke-dialog")).TokenRevokeDialog,
);

export function TokensPage() {
  const [revoked, setRevoked] = useState<ListedToken | null>(null);
  return (
    <>
      <TokensHeader />
      <TokensTable onRevoke={setRevoked} />
      {revoked && (
        <TokenRevokeDialog
          token={revoked}
          onClose={() => {
            setRevoked(null);
          }}
        />
      )}
    </>
  );
}
