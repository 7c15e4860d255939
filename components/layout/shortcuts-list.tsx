"use client";

import { useId } from "react";
import { Dialog, DialogBody } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { useShortcutList, useShortcutName, useShortcutsEnabled } from "./shortcuts";

/** The lazy part of `ShortcutsDialog`: the keys that work on this page, and the switch for all. */
export function ShortcutsList({ onClose }: { onClose: () => void }) {
  const id = useId();
  const shortcuts = useShortcutList();
  const [isEnabled, setIsEnabled] = useShortcutsEnabled();
  return (
    <Dialog
      title="Keyboard shortcuts"
      description="Single keys work while you are not typing."
      size="sm"
      onClose={onClose}
    >
      <DialogBody>
        <dl
          tabIndex={-1}
          data-autofocus
          data-programmatic-focus
          className="divide-y divide-line outline-none"
        >
          {shortcuts.map(({ key, label }) => (
            <div key={key} className="flex items-center justify-between gap-4 py-2">
              <dt>{label}</dt>
              <dd>
                <KeyName of={key} />
              </dd>
            </div>
          ))}
        </dl>
        <div className="mt-2 flex items-center justify-between gap-4 border-t border-line pt-4">
          <label htmlFor={id}>Use single-key shortcuts in this browser</label>
          <Switch
            id={id}
            checked={isEnabled}
            onChange={(event) => {
              setIsEnabled(event.target.checked);
            }}
          />
        </div>
      </DialogBody>
    </Dialog>
  );
}

function KeyName({ of }: { of: string }) {
  return <Kbd className="pointer-coarse:inline-flex">{useShortcutName(of)}</Kbd>;
}
