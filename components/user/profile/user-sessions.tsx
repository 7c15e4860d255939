"use client";

import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { SessionsOfUser } from "@/components/session/sessions-of-user";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { canChangeUser } from "@/lib/user/policy";
import { userDetailQuery } from "@/components/user/queries";

/** The second tab; whoever may not end a user's sessions may not see them either. */
export function UserSessions({ username }: { username: string }) {
  const actor = useActor();
  const { data } = useQuery(userDetailQuery(username));
  if (!data) return null;
  const verdict = canChangeUser(actor, data.entity);
  if (verdict.allowed) return <SessionsOfUser username={username} />;
  return (
    <Card>
      <EmptyState icon={<Lock />} title="You don't have access to these sessions">
        {verdict.reason}
      </EmptyState>
    </Card>
  );
}
