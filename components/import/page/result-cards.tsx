"use client";

import { useState } from "react";
import { Download } from "lucide-react";
import { passwordsCsv } from "@/components/import/files";
import { NoMailCallout, useIsMailConfigured } from "@/components/invite/no-mail-callout";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { CardSection } from "@/components/ui/card";
import { focusAtOnce } from "@/components/ui/focus-at-once";
import { saveFile } from "@/components/ui/save-file";
import { formatCount } from "@/lib/format";
import type { DoneRow } from "@/lib/import/schema";
import { paths } from "@/lib/paths";
import { countLines } from "./count-lines";
import { LeaveGuard, type LeaveWords } from "./leave-guard";

type Counts = Record<DoneRow["action"], number>;

/** What an import has done, and the passwords that nobody can be shown again. */
export function ResultCards({
  done,
  onRestart,
}: {
  done: readonly DoneRow[];
  onRestart: () => void;
}) {
  const [isSaved, setIsSaved] = useState(false);
  const passwordCount = done.filter(({ password }) => password !== "").length;
  const counts = countsOf(done);

  function handleSave() {
    saveFile(new Blob([passwordsCsv(done)], { type: "text/csv" }), "passwords.csv");
    setIsSaved(true);
  }

  return (
    <div className="grid gap-4">
      <LeaveGuard words={passwordCount > 0 && !isSaved ? aboutUnsaved : null} />
      <CardSection
        title="The import is done"
        footer={
          <>
            <Button onClick={onRestart}>Import more</Button>
            {counts.invited > 0 && <ButtonLink href={paths.invites}>Go to invites</ButtonLink>}
            <ButtonLink href={paths.users}>Go to users</ButtonLink>
          </>
        }
      >
        <div role="status" tabIndex={-1} ref={focusAtOnce} data-programmatic-focus>
          <ul className="grid gap-1">
            {countLines(counts).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        {counts.invited > 0 && <Invited />}
      </CardSection>
      {passwordCount > 0 && (
        <CardSection
          title="Passwords are shown once"
          description="Give each person theirs yourself. They can change it on their account page."
        >
          <Callout
            tone={isSaved ? "info" : "warn"}
            title={
              isSaved
                ? "The file was handed to your browser"
                : `${formatCount(passwordCount, "password was", "passwords were")} made`
            }
            action={
              <Button
                variant={isSaved ? "secondary" : "primary"}
                size="wrap"
                icon={<Download />}
                onClick={handleSave}
              >
                {isSaved ? "Download again" : "Download passwords (CSV)"}
              </Button>
            }
          >
            {isSaved
              ? "Check that it is there before you leave this page, and delete it once all are handed over."
              : "Download them now: when you leave this page they are gone, and no one can be shown them again."}
          </Callout>
        </CardSection>
      )}
    </div>
  );
}

function Invited() {
  if (!useIsMailConfigured()) return <NoMailCallout className="mt-3" />;
  return (
    <p className="mt-2 text-ink-3">
      Each of them gets a mail. How these fare is shown on the page of the invites.
    </p>
  );
}

function countsOf(done: readonly DoneRow[]): Counts {
  const counts: Counts = { created: 0, invited: 0, updated: 0, unchanged: 0 };
  for (const { action } of done) counts[action] += 1;
  return counts;
}

const aboutUnsaved: LeaveWords = {
  title: "Leave without the passwords?",
  text: "They are shown this once. Whoever was added could not sign in until you set a new one for each.",
  stay: "Stay",
  leave: "Leave anyway",
};
