"use client";

import { UserRoundCheck } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { serverSettingsQuery } from "@/components/server-settings/queries";
import { settingWords } from "@/components/server-settings/words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

/** Nobody waits: who would, and what lets people ask. */
export function PendingUsersEmpty({ hasProviders }: { hasProviders: boolean }) {
  const { data } = useQuery(serverSettingsQuery());
  const domains = data?.entity.allowed_email_domains;
  return (
    <EmptyState
      icon={<UserRoundCheck />}
      title="Nobody waits"
      actions={<ButtonLink href={paths.serverSettings}>Server settings</ButtonLink>}
    >
      <p>
        Whoever signs in with single sign-on and has neither an account nor an invite waits here,
        until somebody lets them in.
      </p>
      <p className="mt-2">{whoMayAsk(hasProviders, domains)}</p>
    </EmptyState>
  );
}

function whoMayAsk(hasProviders: boolean, domains: readonly string[] | undefined): string {
  if (!hasProviders) return "No provider is set up in the server’s environment: nobody can ask.";
  if (domains === undefined) return "";
  if (domains.length === 0) return "The server settings allow no e-mail domain: nobody can ask.";
  if (domains.includes("*")) return "People with an address of any e-mail domain may ask.";
  return `People with an address of these e-mail domains may ask: ${settingWords.allowed_email_domains.value(domains)}.`;
}
