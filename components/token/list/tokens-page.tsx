"use client";

import { lazy, Suspense, useState } from "react";
import type { ListedToken } from "@/lib/token/schema";
import { TokensHeader } from "./tokens-header";
import { TokensSkeleton } from "./tokens-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const TokensTable = lazy(async () => ({ default: (await import("./tokens-table")).TokensTable }));
const TokenRevokeDialog = lazy(async () => ({
  default: (await import("@/components/token/token-revoke-dialog")).TokenRevokeDialog,
}));

export function TokensPage() {
  const [revoked, setRevoked] = useState<ListedToken | null>(null);
  return (
    <>
      <TokensHeader />
      <Suspense fallback={<TokensSkeleton />}>
        <TokensTable onRevoke={setRevoked} />
      </Suspense>
      <Suspense fallback={null}>
        {revoked && (
          <TokenRevokeDialog
            token={revoked}
            onClose={() => {
              setRevoked(null);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
