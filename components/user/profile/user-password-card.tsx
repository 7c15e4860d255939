"use client";

import { useState } from "react";
import { KeyRound } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { lazyDialog } from "@/components/ui/lazy-component";
import { isSelf, reasonOf, type Actor } from "@/lib/permissions";
import { canChangeUser, stateAllowsUpdate } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";

const UserPasswordDialog = lazyDialog(
  async () => (await import("./user-password-dialog")).UserPasswordDialog,
);

/** Setting a new password for somebody who has lost theirs. */
export function UserPasswordCard({ user }: { user: User }) {
  const actor = useActor();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <CardSection
      title="Password"
      description="A new password signs this user out everywhere. API tokens keep working."
    >
      <Button
        icon={<KeyRound />}
        disabledReason={refusalOf(actor, user)}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Set a new password…
      </Button>
      {isOpen && (
        <UserPasswordDialog
          user={user}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </CardSection>
  );
}

function refusalOf(actor: Actor, user: User): string | null {
  const state = stateAllowsUpdate(actor, user, { password: "a new one" });
  const refusal = reasonOf(canChangeUser(actor, user)) ?? reasonOf(state);
  if (refusal !== null) return refusal;
  return isSelf(actor, user.username) ? "Change your own password on your account page." : null;
}
