"use client";

import { CardSection } from "@/components/ui/card";
import { grantsOf } from "@/components/group/grants";
import type { UserGroup } from "@/lib/group/schema";
import { GrantRows } from "./grant-rows";

/** What a group grants, for those who cannot change it. */
export function GroupGrants({ group, reason }: { group: UserGroup; reason: string }) {
  return (
    <CardSection title="Access" description={reason}>
      <GrantRows grants={grantsOf(group)} />
    </CardSection>
  );
}
