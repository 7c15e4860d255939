"use client";

import { useCallback, useMemo, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone, Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { BulkActions } from "@/components/bulk/bulk-actions";
import type { BulkAction } from "@/components/bulk/plan";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { useRowSelection } from "@/components/data-table/use-row-selection";
import { withListUrl } from "@/components/data-table/with-list-url";
import { PeopleNames } from "@/components/lookup/people-names";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import { toast } from "@/components/ui/toast";
import { canOwnNewConfig } from "@/lib/client-config/policy";
import type { ClientConfig } from "@/lib/client-config/schema";
import { formatNumber } from "@/lib/format";
import { can, isSelf, reasonOf, seesSomeNetwork, type Actor } from "@/lib/permissions";
import { MAX_BULK } from "@/lib/user/values";
import { matchingConfigs } from "./bulk";
import { ConfigActionDialog } from "./config-action-dialog";
import type { ConfigActionKind } from "./config-actions";
import { nameOf } from "./config-words";
import { configsColumns } from "./configs-columns";
import { configsFilters } from "./configs-filters";
import { configsInput, configsList, type ConfigsScope } from "./list-params";
import { GatewayNamesContext } from "./place-links";
import { configsPageQuery } from "./queries";
import { useDownloadConfig } from "./use-download-config";
import { useEnableConfig } from "./use-enable-config";
import { useNamesOfGateways } from "./use-names-of-gateways";

const ConfigCreateDialog = lazyDialog(
  async () => (await import("./config-create-dialog")).ConfigCreateDialog,
);
const ConfigsBulkDialog = lazyDialog(
  async () => (await import("./configs-bulk-dialog")).ConfigsBulkDialog,
);

/** Which dialog is open. */
type Asked =
  | { kind: "create" }
  | { kind: "one"; action: Exclude<ConfigActionKind, "enable">; config: ClientConfig }
  | { kind: "bulk"; action: BulkAction; ids: readonly string[] };

interface Props extends ConfigsScope {
  /** False where the page has a button of its own. */
  hasCreate?: boolean;
}

/**
 * All client configs, or those of a gateway, an owner or a network; what can be done with them, one and many. A page
 * loads it with `ConfigsOf`.
 */
export const ConfigsTable = withListUrl(Table);

function Table({ gateway, owner, network, hasCreate = true }: Props) {
  const actor = useActor();
  const client = useQueryClient();
  const scope = useMemo(() => scopeOf({ gateway, owner, network }), [gateway, owner, network]);
  const selection = useRowSelection(
    `client configs ${gateway ?? ""} ${owner ?? ""} ${network ?? ""}`,
  );
  const { run: enable } = useEnableConfig();
  const { run: download } = useDownloadConfig();
  const [asked, setAsked] = useState<Asked | null>(null);
  const handleAction = useCallback(
    (action: ConfigActionKind, config: ClientConfig) => {
      if (action === "enable") enable(config);
      else setAsked({ kind: "one", action, config });
    },
    [enable],
  );
  const handleDownload = useCallback(
    ({ clientid }: ClientConfig) => {
      download(clientid);
    },
    [download],
  );
  const columns = useMemo(
    () => configsColumns({ actor, scope, onAction: handleAction, onDownload: handleDownload }),
    [actor, scope, handleAction, handleDownload],
  );
  const list = useUrlList(configsList);
  const { model, query } = useList({
    list,
    pageQuery: (wanted) => configsPageQuery(configsInput(wanted, scope)),
    columns,
    rowId: idOf,
    selection: mayChangeSome(actor, owner) ? selection : undefined,
  });
  const rows = query.data?.data ?? [];
  const gatewayNames = useNamesOfGateways(rows);

  async function handleSelectAll(): Promise<readonly string[]> {
    const { ids, isCut } = await matchingConfigs(client, configsInput(list.query, scope));
    if (isCut) {
      toast.info(`The first ${formatNumber(MAX_BULK)} are selected`, {
        description: "This is the most you can change at once.",
      });
    }
    return ids;
  }

  function close() {
    setAsked(null);
  }

  // Who sees no network chooses none here.
  const create = hasCreate && seesSomeNetwork(actor) && (
    <Button
      icon={<Plus />}
      disabledReason={reasonOf(canOwnNewConfig(actor, owner ?? ""))}
      onPointerEnter={ConfigCreateDialog.preload}
      onFocus={ConfigCreateDialog.preload}
      onClick={() => {
        setAsked({ kind: "create" });
      }}
    >
      Add client config
    </Button>
  );

  return (
    <GatewayNamesContext value={gatewayNames}>
      <PeopleNames usernames={rows.map(({ ownerid }) => ownerid)}>
        <DataTable
          model={model}
          query={query}
          noun="client configs"
          rowLabel={nameOf}
          searchPlaceholder="Search id, device, owner or address"
          filters={configsFilters(actor, scope)}
          toolbar={create}
          empty={
            <EmptyState icon={<MonitorSmartphone />} title="No client configs yet" actions={create}>
              A client config is what one device connects to a gateway with: its key and its
              addresses.
            </EmptyState>
          }
          actions={
            <BulkActions
              count={selection.count}
              noun="client configs"
              onBulk={(action) => {
                setAsked({ kind: "bulk", action, ids: selection.ids });
              }}
            />
          }
          {...(selection.count < MAX_BULK && { onSelectAll: handleSelectAll })}
        />
        {asked?.kind === "create" && <ConfigCreateDialog {...scope} onClose={close} />}
        {asked?.kind === "one" && (
          <ConfigActionDialog action={asked.action} config={asked.config} onClose={close} />
        )}
        {asked?.kind === "bulk" && (
          <ConfigsBulkDialog
            action={asked.action}
            ids={asked.ids}
            onDone={selection.clear}
            onClose={close}
          />
        )}
      </PeopleNames>
    </GatewayNamesContext>
  );
}

/** Without what is not limited. */
function scopeOf({ gateway, owner, network }: Record<keyof ConfigsScope, string | undefined>) {
  return {
    ...(gateway !== undefined && { gateway }),
    ...(owner !== undefined && { owner }),
    ...(network !== undefined && { network }),
  };
}

/** Whether it may be worth choosing rows: what of the chosen ones may not be changed is said before. */
function mayChangeSome(actor: Actor, owner: string | undefined): boolean {
  if (can(actor, "client-configs:write-all") || isSelf(actor, owner)) return true;
  return !can(actor, "networks:see-all") && seesSomeNetwork(actor);
}

function idOf({ clientid }: ClientConfig): string {
  return clientid;
}
