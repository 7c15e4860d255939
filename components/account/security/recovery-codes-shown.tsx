"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter, type LeaveQuestion } from "@/components/ui/dialog";
import { RecoveryCodes } from "./recovery-codes";
import { unsavedReason } from "./unsaved-reason";

const aboutUnsaved: LeaveQuestion = {
  question: "Close without saving the codes?",
  stay: "Go back",
  leave: "Close anyway",
};

/** The end of a dialog that made recovery codes. */
export function RecoveryCodesShown({
  username,
  codes,
  description,
  onClose,
}: {
  username: string;
  codes: readonly string[];
  description: string;
  onClose: () => void;
}) {
  const [isSaved, setIsSaved] = useState(false);
  return (
    <Dialog
      title="Save your recovery codes"
      description={description}
      leaveQuestion={isSaved ? null : aboutUnsaved}
      onClose={onClose}
    >
      <DialogBody>
        <RecoveryCodes
          username={username}
          codes={codes}
          isSaved={isSaved}
          onSavedChange={setIsSaved}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" disabledReason={isSaved ? null : unsavedReason} onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
