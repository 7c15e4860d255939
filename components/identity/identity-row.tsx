import type { ReactNode } from "react";
import { IdCard } from "lucide-react";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Identity } from "@/lib/identity/schema";

/** An identity at a provider: whose, since when, when it was used last. */
export function IdentityRow({
  identity: { email, created_at: since, last_used: lastUsed },
  provider,
  note,
  action,
}: {
  identity: Identity;
  /** What the provider is called. */
  provider: string;
  /** Why something cannot be done with it. */
  note?: string | null;
  action?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 grow basis-64 items-start gap-4">
        <IdCard aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-3" />
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">
            <Name>{provider}</Name>
          </p>
          <p className="text-sm [overflow-wrap:anywhere] text-ink-2">
            <Name>{email}</Name>
          </p>
          <p className="text-sm text-ink-3">
            Linked <RelativeTime value={since} /> · last used <RelativeTime value={lastUsed} />
          </p>
          {note && <p className="mt-1 text-sm text-ink-2">{note}</p>}
        </div>
      </div>
      {action && <div className="ps-9 sm:ms-auto sm:ps-0">{action}</div>}
    </li>
  );
}
