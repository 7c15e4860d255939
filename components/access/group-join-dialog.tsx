"use client";

import { groupOptions } from "@/components/lookup/groups";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import type { Access } from "@/lib/access/schema";
import { JoinForm } from "./join-form";

/** Puts somebody into a group. */
export function GroupJoinDialog({ access, onClose }: { access: Access; onClose: () => void }) {
  return (
    <Dialog
      title={
        <>
          Add <Name>{access.username}</Name> to a group
        </>
      }
      onClose={onClose}
    >
      <JoinForm
        access={access}
        label="Group"
        source={groupOptions}
        groupIdOf={(id) => id}
        onClose={onClose}
      />
    </Dialog>
  );
}
