"use client";

import { useState, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogBody, type LeaveQuestion } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import type { AddedDevice } from "./add-device";
import { DeviceForm, type Described } from "./device-form";
import { DeviceShown } from "./device-shown";
import { GatewayForm } from "./gateway-form";
import { useAddDevice } from "./mutations";
import { firstGateways, gatewayStatesQuery, ownGatewaysQuery, type OwnGateway } from "./queries";

const aboutUnsaved: LeaveQuestion = {
  question: "Have you scanned the code or saved the file? It cannot be shown again.",
  stay: "Go back",
  leave: "Close",
};

const aboutTyped: LeaveQuestion = {
  question: "Discard what you typed?",
  stay: "Keep editing",
  leave: "Discard",
};

/** Adds a device step by step, and shows what it needs, once: that is kept nowhere but here, and goes with the dialog. */
export function DeviceAddDialog({ onClose }: { onClose: () => void }) {
  const [described, setDescribed] = useState<Described | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const [added, setAdded] = useState<AddedDevice | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const add = useAddDevice(setAdded);

  function questionNow(): LeaveQuestion | null {
    if (added) return isSaved ? null : aboutUnsaved;
    return isChoosing ? aboutTyped : null;
  }

  return (
    <Dialog
      title={titleOf(added, isChoosing)}
      leaveQuestion={questionNow()}
      isLocked={add.isPending}
      onClose={onClose}
    >
      {added ? (
        <DeviceShown
          device={added}
          onSaved={() => {
            setIsSaved(true);
          }}
        />
      ) : (
        <OwnGateways>
          {(first, total) =>
            isChoosing && described ? (
              <GatewayForm
                total={total}
                onBack={() => {
                  setIsChoosing(false);
                }}
                onSubmit={(gateway) => add.mutateAsync({ ...described, gateway })}
              />
            ) : (
              <FirstStep
                only={total === 1 ? first : null}
                described={described}
                onNext={(given) => {
                  setDescribed(given);
                  setIsChoosing(true);
                }}
                onAdd={(given) => add.mutateAsync({ ...given, gateway: first })}
              />
            )
          }
        </OwnGateways>
      )}
    </Dialog>
  );
}

function titleOf(added: AddedDevice | null, isChoosing: boolean): ReactNode {
  if (!added) return isChoosing ? "Choose a gateway" : "Add a device";
  return (
    <>
      Set up “<Name>{added.name}</Name>”
    </>
  );
}

/** For whoever has one: without a gateway there is nothing to add a device to. */
function OwnGateways({ children }: { children: (first: OwnGateway, total: number) => ReactNode }) {
  const { username } = useActor();
  const { data, error, isFetching, refetch } = useQuery(ownGatewaysQuery(username, firstGateways));
  // When the last one is taken away meanwhile, what was typed stays, and the server says it.
  const [held, setHeld] = useState(data);
  if (data !== held && (data?.total ?? 0) > 0) setHeld(data);
  const first = held?.data[0];
  if (first) return children(first, held.total);
  return (
    <DialogBody>
      {data && <p>You have no gateway yet. Ask an administrator for one.</p>}
      {!data && error && (
        <ErrorState
          message={error.message}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton className="w-48" />}
    </DialogBody>
  );
}

function FirstStep({
  only,
  described,
  onNext,
  onAdd,
}: {
  /** The gateway, for whoever has no other. */
  only: OwnGateway | null;
  described: Described | null;
  onNext: (described: Described) => void;
  onAdd: (described: Described) => Promise<unknown>;
}) {
  const actor = useActor();
  const ids = only ? [only.id] : [];
  const { data: states } = useQuery({ ...gatewayStatesQuery(actor, ids), enabled: only !== null });
  const isUnready = only !== null && states?.[only.id]?.isReady === false;

  function handleSubmit(given: Described): Promise<unknown> | undefined {
    if (only) return onAdd(given);
    onNext(given);
    return undefined;
  }

  return (
    <DeviceForm
      described={described}
      submitLabel={only ? "Add device" : "Next"}
      refusal={isUnready ? "Your gateway is not ready for devices yet." : null}
      onSubmit={handleSubmit}
    >
      {only && !isUnready && (
        <p className="text-ink-3">
          It connects through the gateway <Name>{only.gw_name}</Name> on <Name>{only.network}</Name>
          .
        </p>
      )}
      {only && isUnready && (
        <Callout tone="warn">
          Your gateway, <Name>{only.gw_name}</Name> on <Name>{only.network}</Name>, is not ready for
          devices yet. Ask an administrator to finish setting it up.
        </Callout>
      )}
    </DeviceForm>
  );
}
