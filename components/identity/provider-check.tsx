"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/session/queries";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import { isLinkingKept } from "./kept-linking";
import { useConfirmAtProvider } from "./mutations";
import { identitiesQuery } from "./queries";

/** Of the dialog that asks who one is: the providers that can tell. */
export function ProviderCheck({ username }: { username: string }) {
  const identities = useQuery(identitiesQuery(username));
  const options = useQuery(sessionQueries.signInOptions());
  const confirm = useConfirmAtProvider(confirmedHere);
  const [isLinking] = useState(isLinkingKept);
  const failure = identities.error ?? options.error ?? confirm.error;
  const providers = options.data?.providers.filter(({ id }) =>
    identities.data?.some(({ provider }) => provider === id),
  );
  const isThere = providers !== undefined && identities.data !== undefined;
  return (
    <div className="grid gap-3">
      {failure && (
        <Callout tone="danger" role="alert">
          {failure.message}
        </Callout>
      )}
      {!isThere && !failure && <Skeleton className="w-48" />}
      {isThere && providers.length === 0 && (
        <Callout tone="warn">
          This server knows no provider any more that your account is linked to. Ask an
          administrator.
        </Callout>
      )}
      {isThere && providers.length > 0 && (
        <p className="text-ink-2">
          {isLinking
            ? "Linking goes on by itself afterwards."
            : "Afterwards repeat what you wanted to do."}
        </p>
      )}
      {isThere &&
        providers.map(({ id, name }, index) => (
          <Button
            key={id}
            variant={index === 0 ? "primary" : "secondary"}
            size="wrap-lg"
            isPending={(confirm.isPending || confirm.isSuccess) && confirm.variables === id}
            onClick={() => {
              confirm.mutate(id);
            }}
          >
            Confirm with {name}
          </Button>
        ))}
    </div>
  );
}

/** The address of this page, which says afterwards that it worked. */
function confirmedHere(): string {
  const url = new URL(window.location.href);
  url.searchParams.set("confirmed", isLinkingKept() ? "linking" : "true");
  return url.pathname + url.search;
}
