"use client";

import { useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/session/queries";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useConfirmAtProvider } from "./mutations";
import { identitiesQuery } from "./queries";

/** As the dialog that asks for one's password, for whoever has none: their provider asks. */
export function ProviderCheckDialog({
  username,
  onClose,
}: {
  username: string;
  onClose: () => void;
}) {
  const identities = useQuery(identitiesQuery(username));
  const options = useQuery(sessionQueries.signInOptions());
  const confirm = useConfirmAtProvider(confirmedHere);
  const failure = identities.error ?? options.error ?? confirm.error;
  const providers = options.data?.providers.filter(({ id }) =>
    identities.data?.some(({ provider }) => provider === id),
  );
  const isThere = providers !== undefined && identities.data !== undefined;
  return (
    <Dialog
      title="Confirm it's you"
      description="Your provider asks you to sign in once more, and leads you back here. Then repeat what you wanted to do: you won't be asked again for 10 minutes."
      size="sm"
      onClose={onClose}
    >
      <DialogBody className="grid gap-3">
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
      </DialogBody>
      <DialogFooter>
        <DialogCancel />
      </DialogFooter>
    </Dialog>
  );
}

/** The address of this page, which says afterwards that it worked. */
function confirmedHere(): string {
  const url = new URL(window.location.href);
  url.searchParams.set("confirmed", "true");
  return url.pathname + url.search;
}
