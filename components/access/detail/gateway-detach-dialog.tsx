"use client";

import { useQuery } from "@tanstack/react-query";
import { configCountQuery, useDetach } from "@/components/access/attachments";
import type { AccessGateway } from "@/components/access/picture-things";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/api/api-error";
import { formatCount } from "@/lib/format";

/** Takes an attachment away, after counting the client configs that go along. */
export function GatewayDetachDialog({
  username,
  gateway: { id: gatewayId, gw_name: name, network, reasons },
  onClose,
}: {
  username: string;
  gateway: AccessGateway;
  onClose: () => void;
}) {
  const detach = useDetach();
  const {
    data: count,
    error,
    isFetching,
    refetch,
  } = useQuery(configCountQuery({ username, gatewayId }));
  const isKept = reasons.some(({ kind }) => kind !== "attachment");

  function handleConfirm() {
    detach.mutate(
      { username, gatewayId },
      {
        onSuccess: () => {
          onClose();
          toast.success(
            <>
              <Name>{username}</Name> was detached from <Name>{name}</Name>
            </>,
          );
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={
        <>
          Detach <Name>{username}</Name> from <Name>{name}</Name>?
        </>
      }
      confirmLabel="Detach"
      size="md"
      isPending={detach.isPending}
      disabledReason={refusalOf(count, error)}
      error={detach.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        {isKept
          ? "Their groups go on giving them this gateway."
          : `They lose this gateway on ${network}.`}
      </p>
      {count !== undefined && <p role="status">{configWords(count)}</p>}
      {count === undefined && error && (
        <ErrorState
          title="Could not count the client configs that go along"
          message={error.message}
          requestId={error instanceof ApiError ? error.requestId : null}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {count === undefined && !error && <Skeleton className="w-64 max-w-full" />}
    </ConfirmDialog>
  );
}

function configWords(count: number): string {
  if (count === 0) return "They have no client config on it.";
  return `${formatCount(count, "client config")} of theirs on it will be deleted.`;
}

function refusalOf(count: number | undefined, error: Error | null): string | null {
  if (count !== undefined) return null;
  return error ? "It is not known what goes along." : "Still counting what goes along.";
}
