"use client";

import { useState } from "react";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { CreateButton } from "@/components/layout/create-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { canOwnNewConfig } from "@/lib/client-config/policy";
import { reasonOf } from "@/lib/permissions";
import { ConfigsHeader } from "./configs-header";
import { ConfigsSkeleton } from "./configs-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const ConfigsTable = lazyComponent(
  async () => (await import("@/components/client-config/configs-table")).ConfigsTable,
  { fallback: <ConfigsSkeleton /> },
);
const ConfigCreateDialog = lazyDialog(
  async () => (await import("@/components/client-config/config-create-dialog")).ConfigCreateDialog,
);

/** All client configs that one sees. */
export function ConfigsPage() {
  const [isCreating, setIsCreating] = useState(false);
  return (
    <>
      <ConfigsHeader
        actions={
          <CreateButton
            label="Add client config"
            shortcut="Add a client config"
            icon={<Plus />}
            disabledReason={reasonOf(canOwnNewConfig(useActor(), ""))}
            onPreload={ConfigCreateDialog.preload}
            onCreate={() => {
              setIsCreating(true);
            }}
          />
        }
      />
      <ConfigsTable hasCreate={false} />
      {isCreating && (
        <ConfigCreateDialog
          onClose={() => {
            setIsCreating(false);
          }}
        />
      )}
    </>
  );
}
