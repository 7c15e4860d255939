"use client";

import { useQuery } from "@tanstack/react-query";
import { serverSettingsQuery } from "@/components/server-settings/queries";
import { Callout } from "@/components/ui/callout";

/** Whether this server sends mail; true until that is known. */
export function useIsMailConfigured(): boolean {
  const { data } = useQuery(serverSettingsQuery());
  return data?.entity.mail_configured ?? true;
}

/** Where the server sends no mail, says so, and what to do instead. */
export function NoMailCallout({ className }: { className?: string }) {
  if (useIsMailConfigured()) return null;
  return (
    <Callout tone="warn" title="This server sends no mail" {...(className && { className })}>
      Copy each link and hand it over yourself. Mail is switched on by <code>SMTP_URL</code> and{" "}
      <code>MAIL_FROM</code> in the server’s environment.
    </Callout>
  );
}
