import { CircleAlert, CircleCheck, Clock, MailX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { MailStatus } from "@/lib/invite/values";
import { mailStatusNames } from "./words";

/** How the mail of an invite fares, in a word. */
export function MailBadge({ status }: { status: MailStatus }) {
  const { tone, Icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {mailStatusNames[status]}
    </Badge>
  );
}

const looks = {
  queued: { tone: "accent", Icon: Clock },
  sent: { tone: "good", Icon: CircleCheck },
  failed: { tone: "bad", Icon: CircleAlert },
  not_configured: { tone: "neutral", Icon: MailX },
} as const;
