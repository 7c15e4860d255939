"use client";

import { useState } from "react";
import { Plus, ShieldCheck } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { DataTable } from "@/components/data-table/data-table";
import { useList } from "@/components/data-table/use-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { CreateButton } from "@/components/layout/create-button";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import { rolesOfNetworkList } from "@/components/role/list-params";
import { rolesPageQuery } from "@/components/role/queries";
import { roleColumns } from "@/components/role/role-columns";
import { permits, reasonOf } from "@/lib/permissions";
import type { ListedRole } from "@/lib/role/schema";

const RoleCreateDialog = lazyDialog(
  async () => (await import("@/components/role/role-create-dialog")).RoleCreateDialog,
);

/** The lazy part of `NetworkRoles`. */
export const NetworkRolesTable = withListUrl(Table);

function Table({ netid }: { netid: string }) {
  const actor = useActor();
  const [isCreating, setIsCreating] = useState(false);
  const { model, query } = useList({
    list: useUrlList(rolesOfNetworkList),
    pageQuery: (wanted) => rolesPageQuery({ ...wanted, network: [netid] }),
    columns: roleColumns,
    rowId: idOf,
  });
  return (
    <>
      <DataTable
        model={model}
        query={query}
        noun="roles"
        rowLabel={nameOf}
        searchPlaceholder="Search name or notes"
        toolbar={
          <CreateButton
            label="Add role"
            shortcut="Add a role to this network"
            icon={<Plus />}
            disabledReason={reasonOf(permits(actor, "roles:write"))}
            onPreload={RoleCreateDialog.preload}
            onCreate={() => {
              setIsCreating(true);
            }}
          />
        }
        empty={
          <EmptyState icon={<ShieldCheck />} title="No roles on this network">
            A role says what people may do here.
          </EmptyState>
        }
      />
      {isCreating && (
        <RoleCreateDialog
          network={netid}
          onClose={() => {
            setIsCreating(false);
          }}
        />
      )}
    </>
  );
}

function idOf({ id }: ListedRole): string {
  return id;
}

function nameOf({ name }: ListedRole): string {
  return name;
}
