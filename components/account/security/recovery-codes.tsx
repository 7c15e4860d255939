"use client";

import { useId } from "react";
import { Download, Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { saveFile } from "@/components/ui/save-file";
import { codesFileName, codesText } from "./codes-text";
import { printCodes } from "./print-codes";

/** New recovery codes, this once, with ways to keep them, and a box to say that they are kept. */
export function RecoveryCodes({
  username,
  codes,
  isSaved,
  onSavedChange,
}: {
  username: string;
  codes: readonly string[];
  isSaved: boolean;
  onSavedChange: (isSaved: boolean) => void;
}) {
  const id = useId();
  const text = () => codesText({ username, host: window.location.host, codes });

  return (
    // A dialog begins at its top: the codes and what is said of them come before the box.
    <div tabIndex={-1} data-autofocus data-programmatic-focus className="grid gap-4">
      <Callout tone="warn" role="alert">
        This is the only time they are shown. Each signs you in once, when your authenticator app is
        not at hand.
      </Callout>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-1.5 rounded-lg border border-line-strong bg-sunken px-4 py-3 font-mono"
      >
        {codes.map((code) => (
          <li key={code} className="text-center whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton value={codes.join("\n")}>Copy</CopyButton>
        <Button
          icon={<Download />}
          onClick={() => {
            saveFile(new Blob([text()], { type: "text/plain" }), codesFileName(username));
          }}
        >
          Download
        </Button>
        <Button
          icon={<Printer />}
          onClick={() => {
            printCodes(text());
          }}
        >
          Print
        </Button>
      </div>
      <label htmlFor={id} className="flex w-fit items-center gap-2.5 py-1">
        <Checkbox
          id={id}
          checked={isSaved}
          onChange={({ target }) => {
            onSavedChange(target.checked);
          }}
        />
        I saved these codes
      </label>
    </div>
  );
}
