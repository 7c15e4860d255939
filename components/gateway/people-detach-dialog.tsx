"use client";

import { useQuery } from "@tanstack/react-query";
import { SkippedPeople } from "@/components/group/skipped-people";
import { callGateways } from "@/components/lookup/gateways";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { PeopleCounted } from "@/components/user/people-counted";
import { userKeys } from "@/components/user/queries";
import { formatCount } from "@/lib/format";
import type { Gateway } from "@/lib/gateway/schema";
import type { BulkResult } from "@/lib/user/schema";
import { useDetachPeople } from "./mutations";

/** Says who is detached, and that their devices on the gateway go with it. */
export function PeopleDetachDialog({
  gateway: { id, gw_name: gatewayName },
  usernames,
  staying,
  onDone,
  onClose,
}: {
  gateway: Gateway;
  usernames: readonly string[];
  /** Who was chosen too, and cannot be detached. */
  staying: BulkResult["skipped"];
  onDone: () => void;
  onClose: () => void;
}) {
  const detach = useDetachPeople();
  const plan = useQuery({
    queryKey: [...userKeys.all, "detaching", id, usernames] as const,
    queryFn: ({ signal }) =>
      callGateways("detachMany", {
        params: { id },
        query: { dry_run: "true" },
        body: { ids: [...usernames] },
        signal,
      }),
    enabled: usernames.length > 0,
    gcTime: 0,
  });
  const leaving = plan.data?.done ?? usernames;
  const isKnown = plan.data !== undefined || usernames.length === 0;

  function handleConfirm() {
    detach.mutate(
      { gatewayId: id, usernames: leaving },
      {
        onSuccess: ({ done }) => {
          onDone();
          onClose();
          toast.success(
            <>
              {formatCount(done.length, "person", "people")} detached from{" "}
              <Name>{gatewayName}</Name>
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
          Detach <PeopleCounted usernames={leaving} /> from <Name>{gatewayName}</Name>?
        </>
      }
      confirmLabel={`Detach ${formatCount(leaving.length, "person", "people")}`}
      size="md"
      isPending={detach.isPending}
      disabledReason={refusalOf({ isKnown, count: leaving.length })}
      error={detach.error?.message ?? plan.error?.message ?? null}
      onConfirm={handleConfirm}
      onClose={onClose}
    >
      <p>
        Their devices on this gateway are deleted, and have to be set up anew.{" "}
        <span role="status" className="font-medium text-ink">
          {plan.data && goingWords(plan.data.client_configs)}
        </span>
      </p>
      <p>Whoever has the gateway by a group too keeps it.</p>
      <SkippedPeople
        skipped={[...staying, ...(plan.data?.skipped ?? [])]}
        title="These people stay"
      />
    </ConfirmDialog>
  );
}

function goingWords(count: number): string {
  return count === 0
    ? "They have none on it now."
    : `${formatCount(count, "client config")} will be deleted.`;
}

function refusalOf({ isKnown, count }: { isKnown: boolean; count: number }): string | null {
  if (!isKnown) return "Still checking what goes with it.";
  return count === 0 ? "None of them can be detached." : null;
}
