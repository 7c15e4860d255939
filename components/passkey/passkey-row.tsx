import type { ReactNode } from "react";
import { Fingerprint } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Passkey } from "@/lib/passkey/schema";

/** A passkey: what it is called, where it is kept, when it was used last. */
export function PasskeyRow({
  passkey: { name, created_at: since, last_used: lastUsed, backed_up: isBackedUp },
  isUnusable,
  actions,
}: {
  passkey: Passkey;
  /** It was made for another address of this server. */
  isUnusable: boolean;
  actions: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 grow basis-64 items-start gap-4">
        <Fingerprint aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-3" />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium [overflow-wrap:anywhere]">
            <Name>{name}</Name>
            {isUnusable && <Badge tone="warn">Does not work here</Badge>}
          </p>
          <p className="text-sm text-ink-2">
            {isUnusable
              ? "It was made for another address of this server. Remove it, and add a new one."
              : isBackedUp
                ? "Kept in your account of a password manager, on all its devices."
                : "Kept on one device only."}
          </p>
          <p className="text-sm text-ink-3">
            Added <RelativeTime value={since} /> · last used <RelativeTime value={lastUsed} />
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2 ps-9 sm:ms-auto sm:ps-0">{actions}</div>
    </li>
  );
}
