"use client";

import { FormConflict } from "@/components/form/form-conflict";
import type { User } from "@/lib/user/schema";
import { userFields } from "./conflict";

/** What somebody else changed of a user meanwhile, next to what was typed here. */
export function UserConflict(props: { before: User; now: User; typed: Partial<User> }) {
  return (
    <FormConflict
      {...props}
      title="Someone changed this user while you were editing"
      fields={userFields}
      hidden="Something not shown here, such as the password."
    />
  );
}
