"use client";

import { useQuery } from "@tanstack/react-query";
import { ProviderCheckDialog } from "@/components/identity/provider-check-dialog";
import { IdentityCheckDialog } from "@/components/session/identity-check-dialog";
import { userDetailQuery } from "@/components/user/queries";

interface IdentityQuestionProps {
  username: string;
  onConfirmed: () => void;
  onClose: () => void;
}

/** The lazy part of `IdentityCheck`: asks for the password, or sends whoever has none to their provider. */
export function IdentityQuestion({ username, onConfirmed, onClose }: IdentityQuestionProps) {
  const { data } = useQuery(userDetailQuery(username));
  return data?.entity.auth_type === "oauth" ? (
    <ProviderCheckDialog username={username} onClose={onClose} />
  ) : (
    <IdentityCheckDialog username={username} onConfirmed={onConfirmed} onClose={onClose} />
  );
}
