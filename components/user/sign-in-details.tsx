"use client";

import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogCancel, DialogFooter, type LeaveQuestion } from "@/components/ui/dialog";
import { paths } from "@/lib/paths";

export const aboutUncopied: LeaveQuestion = {
  question: "Close without copying the password?",
  stay: "Go back",
  leave: "Close anyway",
};

/** The end of a dialog in which a password was set for somebody: what they need to sign in, in one piece. */
export function SignInDetails({
  username,
  password,
  onCopied,
}: {
  username: string;
  password: string;
  onCopied: () => void;
}) {
  return (
    <>
      <DialogBody className="grid gap-5">
        <Callout tone="warn" role="alert">
          Give these to them yourself. The password cannot be shown again.
        </Callout>
        <CopyField
          label="Sign-in details"
          copyLabel="Copy all"
          value={detailsText({ origin: window.location.origin, username, password })}
          isFirst
          onCopied={onCopied}
        />
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Done</DialogCancel>
      </DialogFooter>
    </>
  );
}

function detailsText({
  origin,
  username,
  password,
}: {
  origin: string;
  username: string;
  password: string;
}): string {
  return [
    `Sign in at: ${origin}${paths.signIn()}`,
    `Username: ${username}`,
    `Password: ${password}`,
  ].join("\n");
}
