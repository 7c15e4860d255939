"use client";

import { useQuery } from "@tanstack/react-query";
import { FactList } from "@/components/user/fact-list";
import { Skeleton } from "@/components/ui/skeleton";
import { DeleteDialog } from "@/components/what-if/delete-dialog";
import { formatCount, formatList, isolated } from "@/lib/format";
import type { Gateway } from "@/lib/gateway/schema";
import { useDeleteGateway } from "./mutations";
import { attachedCountQuery, rolesNamingQuery } from "./queries";

type Named = Pick<Gateway, "id" | "gw_name" | "network">;

/** Names the gateway, what goes with it, and who loses access. */
export function GatewayDeleteDialog({
  gateway,
  onDeleted,
  onClose,
}: {
  gateway: Named;
  onDeleted?: () => void;
  onClose: () => void;
}) {
  return (
    <DeleteDialog
      id={gateway.id}
      name={gateway.gw_name}
      label="Delete gateway"
      change={{ delete: { gateway_id: gateway.id } }}
      remove={useDeleteGateway()}
      onDeleted={onDeleted}
      onClose={onClose}
    >
      <p>
        Devices can no longer connect through it. Client configs and attachments are deleted with
        it; roles that name it stay, and name it no more.
      </p>
      <GoingAlong gateway={gateway} />
    </DeleteDialog>
  );
}

/** What is deleted with a gateway, counted; its client configs are counted with those who lose access. */
function GoingAlong({ gateway }: { gateway: Named }) {
  const attached = useQuery(attachedCountQuery(gateway.id));
  const roles = useQuery(rolesNamingQuery(gateway));
  return (
    <div className="rounded-lg border border-line px-3 py-3 text-ink">
      <FactList
        facts={[
          {
            term: "Attached directly",
            value: <Counted query={attached} words={attachedWords} />,
          },
          { term: "Roles that name it", value: <Counted query={roles} words={roleWords} /> },
        ]}
      />
    </div>
  );
}

function Counted<T>({
  query: { data, error },
  words,
}: {
  query: { data: T | undefined; error: Error | null };
  words: (data: T) => string;
}) {
  if (data !== undefined) return words(data);
  return error ? "Could not be counted" : <Skeleton className="w-24" />;
}

function attachedWords(count: number): string {
  return count === 0 ? "Nobody" : formatCount(count, "person", "people");
}

const SOME = 3;

/** "4 roles: Pickers, Drivers, Night shift and 1 more". */
function roleWords(names: readonly string[]): string {
  if (names.length === 0) return "None";
  const rest = names.length - SOME;
  const shown = names.slice(0, SOME).map(isolated);
  const all = rest > 0 ? [...shown, `${String(rest)} more`] : shown;
  return `${formatCount(names.length, "role")}: ${formatList(all)}`;
}
