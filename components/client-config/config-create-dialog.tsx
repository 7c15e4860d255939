"use client";

import { useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { gatewayDetailQuery } from "@/components/lookup/gateways";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import type { ClientConfig } from "@/lib/client-config/schema";
import { ConfigCreateForm } from "./config-create-form";
import { ConfigCreated } from "./config-created";
import type { ConfigsScope } from "./list-params";
import { useCreateConfig } from "./mutations";

/** Makes a client config, for a user or nobody, and then shows what its device needs. */
export function ConfigCreateDialog({
  gateway,
  owner,
  network,
  onClose,
}: ConfigsScope & { onClose: () => void }) {
  const create = useCreateConfig();
  const [created, setCreated] = useState<ClientConfig | null>(null);
  return (
    <Dialog
      title={created ? "Client config added" : titleFor(owner)}
      description={created ? null : "What one device connects to a gateway with."}
      onClose={onClose}
      isLocked={create.isPending}
    >
      {created ? (
        <ConfigCreated config={created} />
      ) : (
        <Placed gateway={gateway} network={network}>
          {(place) => (
            <ConfigCreateForm
              place={place}
              owner={owner}
              onSubmit={async (values) => {
                setCreated((await create.mutateAsync(values)).entity);
              }}
            />
          )}
        </Placed>
      )}
    </Dialog>
  );
}

function titleFor(owner: string | undefined): ReactNode {
  if (owner === undefined) return "Add a client config";
  return (
    <>
      Add a client config for <Name>{owner}</Name>
    </>
  );
}

/** Where a new client config will be, as far as that is fixed. */
export interface Place {
  network: string;
  gateway: string;
}

/** Of a gateway the network has to be asked for. */
function Placed({
  gateway,
  network = "",
  children,
}: {
  gateway: string | undefined;
  network: string | undefined;
  children: (place: Place) => ReactNode;
}) {
  const { data, error, isFetching, refetch } = useQuery({
    ...gatewayDetailQuery(gateway ?? ""),
    enabled: gateway !== undefined,
  });
  if (gateway === undefined) return children({ network, gateway: "" });
  if (data) return children({ network: data.entity.network, gateway });
  return (
    <DialogBody>
      {error ? (
        <ErrorState
          title="The gateway could not be loaded"
          message={error.message}
          requestId={null}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </DialogBody>
  );
}
