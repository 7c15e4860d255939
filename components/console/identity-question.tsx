"use client";

import { useQuery } from "@tanstack/react-query";
import { ProviderCheck } from "@/components/identity/provider-check";
import { mfaQuery } from "@/components/mfa/queries";
import { PasskeyCheck } from "@/components/passkey/passkey-check";
import { IdentityCheckDialog, type CheckWay } from "@/components/session/identity-check-dialog";
import { userDetailQuery } from "@/components/user/queries";

interface IdentityQuestionProps {
  username: string;
  onConfirmed: () => void;
  onClose: () => void;
}

/** The lazy part of `IdentityCheck`: asks who it is, by what the account has. */
export function IdentityQuestion({ username, onConfirmed, onClose }: IdentityQuestionProps) {
  const { data: user } = useQuery(userDetailQuery(username));
  const { data: mfa } = useQuery(mfaQuery(username));
  const isOauth = user?.entity.auth_type === "oauth";
  const isLinked = mfa !== undefined && mfa.identities > 0 && !mfa.must_enrol;
  const more: CheckWay[] = [
    ...(mfa?.totp === true ? (["totp"] as const) : []),
    ...(mfa !== undefined && mfa.passkeys > 0 ? (["passkey"] as const) : []),
    ...(isLinked && !isOauth ? (["provider"] as const) : []),
  ];
  return (
    <IdentityCheckDialog
      username={username}
      ways={[isOauth ? "provider" : "password", ...more]}
      panels={{
        passkey: <PasskeyCheck username={username} onConfirmed={onConfirmed} />,
        provider: <ProviderCheck username={username} />,
      }}
      onConfirmed={onConfirmed}
      onClose={onClose}
    />
  );
}
