"use client";

import type { ReactNode } from "react";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { lazyComponent } from "@/components/ui/lazy-component";
import { saveFile } from "@/components/ui/save-file";
import { isolated } from "@/lib/format";
import type { AddedDevice } from "./add-device";

const QrCode = lazyComponent(async () => (await import("./qr-code")).QrCode, {
  fallback: <span className="block aspect-square w-full max-w-80" />,
});

/** What a new device needs, this once: its code for a phone's camera, its file, its text. */
export function DeviceShown({ device, onSaved }: { device: AddedDevice; onSaved: () => void }) {
  const isPhone = device.kind === "phone";
  const code = (
    <QrCode
      text={device.text}
      label={`QR code for ${isolated(device.name)}. It holds the same as the file.`}
    />
  );

  function handleDownload() {
    // As plain text, phones would add an ending of their own to the name.
    saveFile(new Blob([device.text], { type: "application/octet-stream" }), device.fileName);
    onSaved();
  }

  return (
    <>
      <DialogBody>
        <div className="grid justify-items-start gap-5">
          <Callout tone="warn" role="alert" className="w-full">
            This is shown only once. Set up the device before you close it.
          </Callout>
          {isPhone && (
            <>
              <p>
                On the phone, open the <WireGuardLink />, tap +, and choose to scan a QR code.
              </p>
              {code}
            </>
          )}
          <p>
            {isPhone ? (
              "Is this the phone? Then download the file and open it with the app."
            ) : (
              <>
                Download the file, and import it in the <WireGuardLink /> on the device.
              </>
            )}
          </p>
          <Button
            ref={focusInPlace}
            variant={isPhone ? "secondary" : "primary"}
            size="wrap"
            icon={<Download />}
            onClick={handleDownload}
          >
            Download {device.fileName}
          </Button>
          {!isPhone && <Folded summary="Show as a QR code">{code}</Folded>}
          <Folded summary="Show as text">
            <CopyField
              label="Configuration"
              copyLabel="Copy"
              value={device.text}
              onCopied={onSaved}
            />
          </Folded>
        </div>
      </DialogBody>
      <DialogFooter>
        <DialogCancel>Done</DialogCancel>
      </DialogFooter>
    </>
  );
}

function WireGuardLink() {
  return (
    <a
      href="https://www.wireguard.com/install/"
      target="_blank"
      rel="noreferrer"
      className="text-accent-text underline"
    >
      WireGuard app
    </a>
  );
}

function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="w-full">
      <summary className="w-fit cursor-pointer rounded-sm text-accent-text">{summary}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

/** A ref: what the dialog says first stays in sight. */
function focusInPlace(element: HTMLElement | null) {
  element?.focus({ preventScroll: true });
}
