"use client";

import { Download } from "lucide-react";
import { LongList } from "@/components/bulk/long-list";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { Name } from "@/components/ui/name";
import { saveFile } from "@/components/ui/save-file";
import type { MailStatus } from "@/lib/invite/values";
import { linksCsv, linksText } from "./links-file";
import { MailBadge } from "./mail-badge";
import { NoMailCallout } from "./no-mail-callout";

/** What came of one address. */
export interface LinkRow {
  email: string;
  status: "invited" | "reinvited" | "user_exists" | "renewed";
  /** Empty where there is none. */
  invite_url: string;
  mail_status: MailStatus | "";
}

/** In a dialog: what came of each address, with the links to hand over. */
export function InviteLinks({
  rows,
  note = null,
}: {
  rows: readonly LinkRow[];
  note?: string | null;
}) {
  const linked = rows.filter((row) => row.invite_url !== "");
  return (
    <>
      <DialogBody className="grid gap-3">
        <NoMailCallout />
        <p role="status" tabIndex={-1} ref={focusAtOnce} data-autofocus className="text-ink-2">
          {note ?? "Each link is for one address alone. You can copy it from the list later too."}
        </p>
        {linked.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <CopyButton value={linksText(linked)}>Copy all</CopyButton>
            <Button
              icon={<Download />}
              onClick={() => {
                saveFile(new Blob([linksCsv(rows)], { type: "text/csv" }), "invites.csv");
              }}
            >
              Download CSV
            </Button>
          </div>
        )}
        {rows.length > 0 && (
          <LongList
            label="Result for each address"
            items={rows}
            isTall
            render={(row) => <Result key={row.email} row={row} />}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Done</DialogCancel>
      </DialogFooter>
    </>
  );
}

function Result({ row: { email, status, invite_url: link, mail_status: mail } }: { row: LinkRow }) {
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-1.5">
      <span className="min-w-0">
        <span className="block [overflow-wrap:anywhere]">
          <Name>{email}</Name>
        </span>
        <span className="mt-0.5 flex flex-wrap items-center gap-2 text-sm text-ink-3">
          {resultWords[status]}
          {mail !== "" && <MailBadge status={mail} />}
        </span>
      </span>
      {link !== "" && <CopyButton value={link} label={`Copy the link of ${email}`} />}
    </li>
  );
}

const resultWords: Record<LinkRow["status"], string> = {
  invited: "Invited",
  reinvited: "Invited again, with a new link",
  user_exists: "Has an account already: nothing was done",
  renewed: "New link",
};
