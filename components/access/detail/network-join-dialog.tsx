"use client";

import { useState } from "react";
import { JoinForm } from "@/components/access/join-form";
import { otherNetworkOptions } from "@/components/lookup/networks";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import type { Access } from "@/lib/access/schema";
import { networkGroup } from "@/lib/group/built-in";

/** Lets a service user into a network, by the network's group of users. */
export function NetworkJoinDialog({ access, onClose }: { access: Access; onClose: () => void }) {
  const [source] = useState(() => otherNetworkOptions(access.networks.map(({ netid }) => netid)));
  return (
    <Dialog
      title={
        <>
          Add <Name>{access.username}</Name> to a network
        </>
      }
      description="They join the network's own group of users."
      onClose={onClose}
    >
      <JoinForm
        access={access}
        label="Network"
        source={source}
        groupIdOf={(netid) => networkGroup(netid, "user").id}
        onClose={onClose}
      />
    </Dialog>
  );
}
