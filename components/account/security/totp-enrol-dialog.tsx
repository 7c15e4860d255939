"use client";

import { useState } from "react";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Enrolment } from "./enrolment";
import { RecoveryCodesShown } from "./recovery-codes-shown";

/** Sets up an authenticator app, or another one in its place. */
export function TotpEnrolDialog({
  username,
  isReplacing,
  onClose,
}: {
  username: string;
  isReplacing: boolean;
  onClose: () => void;
}) {
  const [codes, setCodes] = useState<string[] | null>(null);

  if (codes) {
    return (
      <RecoveryCodesShown
        username={username}
        codes={codes}
        description={
          isReplacing
            ? "The new app is set up. Codes of the old one, and the old recovery codes, no longer work."
            : "The app is set up. From now on, signing in with your password asks for its code."
        }
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={isReplacing ? "Replace the authenticator app" : "Set up an authenticator app"}
      description={
        isReplacing
          ? "The app that you have now works until the new one is confirmed."
          : "Signing in with your password then also asks for a code of the app."
      }
      onClose={onClose}
    >
      <DialogBody>
        <Enrolment username={username} onEnrolled={setCodes} />
      </DialogBody>
    </Dialog>
  );
}
