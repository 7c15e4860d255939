"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { RadioGroup } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import { networkName } from "@/components/lookup/networks";
import { useAddMembers } from "./mutations";
import { formatCount, formatList } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import type { BulkResult } from "@/lib/user/schema";
import { MembersPaste } from "./members-paste";
import { MembersSearch } from "./members-search";
import { SkippedNotice } from "./skipped-notice";

type Way = "search" | "paste";

/** Puts people into a group: searched for one by one, or pasted from anywhere. */
export function MembersAddDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const [way, setWay] = useState<Way>("search");
  const [skipped, setSkipped] = useState<BulkResult["skipped"]>([]);
  const add = useAddMembers();

  async function handleAdd(usernames: readonly string[]) {
    const result = await add.mutateAsync({ groupId: group.id, usernames });
    if (result.done.length > 0) {
      toast.success(
        <>
          {formatCount(result.done.length, "person", "people")} added to <Name>{group.name}</Name>
        </>,
      );
    }
    if (result.skipped.length === 0) onClose();
    else setSkipped(result.skipped);
  }

  return (
    <Dialog
      title={
        <>
          Add people to <Name>{group.name}</Name>
        </>
      }
      description={consequenceOf(group)}
      onClose={onClose}
      isLocked={add.isPending}
    >
      {skipped.length > 0 ? (
        <SkippedNotice skipped={skipped} title="These people were not added" onClose={onClose} />
      ) : (
        <>
          <div className="px-5 pb-3">
            <RadioGroup
              label="How to name them"
              isLabelHidden
              look="segments"
              options={[
                { value: "search", label: "Search" },
                { value: "paste", label: "Paste a list" },
              ]}
              value={way}
              onChange={setWay}
            />
          </div>
          {way === "search" ? (
            <MembersSearch groupId={group.id} onAdd={handleAdd} />
          ) : (
            <MembersPaste groupId={group.id} onAdd={handleAdd} />
          )}
        </>
      )}
    </Dialog>
  );
}

function consequenceOf({ network_roles: grants }: UserGroup): string {
  const networks = Object.keys(grants).map(networkName);
  if (networks.length === 0) return "This group gives access to nothing yet.";
  return `Members reach ${formatList(networks)}.`;
}
