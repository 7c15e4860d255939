"use client";

import { UserPlus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";
import { can, permits, reasonOf } from "@/lib/permissions";

/** The list of a new server: nobody but the one who looks at it. */
export function UsersEmpty({ onCreate }: { onCreate: () => void }) {
  const actor = useActor();
  return (
    <Card>
      <EmptyState
        icon={<UserPlus />}
        title="No other users yet"
        actions={
          <>
            <Button
              variant="primary"
              disabledReason={reasonOf(permits(actor, "users:write"))}
              onClick={onCreate}
            >
              Add the first user
            </Button>
            {can(actor, "users:write") && (
              <ButtonLink href={paths.importUsers}>Import a CSV file</ButtonLink>
            )}
            <ButtonLink href={paths.account}>Your account</ButtonLink>
          </>
        }
      >
        Add people and services, and choose what they can do.
      </EmptyState>
    </Card>
  );
}
