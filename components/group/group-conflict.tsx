"use client";

import { FormConflict } from "@/components/form/form-conflict";
import type { UserGroup } from "@/lib/group/schema";
import { groupFields } from "./conflict";

/** What somebody else changed of a group meanwhile, next to what was typed here. */
export function GroupConflict(props: {
  before: UserGroup;
  now: UserGroup;
  typed: Partial<UserGroup>;
}) {
  return (
    <FormConflict
      {...props}
      title="Someone changed this group while you were editing"
      fields={groupFields}
      hidden="Who is in it, or a role that it grants."
    />
  );
}
