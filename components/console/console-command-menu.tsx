"use client";

import { useState, type ReactNode } from "react";
import { useActor } from "@/components/base/actor-provider";
import { CommandMenu } from "@/components/command-menu/command-menu";
import type { OpenDialog } from "@/components/command-menu/command";
import { can } from "@/lib/permissions";
import { useCommandGroups } from "./commands";

/**
 * The lazy part of the command menu. It stays mounted when the menu is closed, so that what a command
 * has begun is seen to its end, and holds the dialog that a command opened.
 */
export function ConsoleCommandMenu({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const actor = useActor();
  const [text, setText] = useState("");
  const [dialog, setDialog] = useState<ReactNode>(null);

  const openDialog: OpenDialog = (render) => {
    setDialog(
      render(() => {
        setDialog(null);
      }),
    );
  };

  const groups = useCommandGroups({ text, openDialog });
  return (
    <>
      {isOpen && (
        <CommandMenu
          label="Search or jump to"
          placeholder={
            can(actor, "users:list")
              ? "Find a user, group, role, network or page…"
              : "Find a page or network…"
          }
          groups={groups}
          text={text}
          onTextChange={setText}
          onClose={() => {
            setText("");
            onClose();
          }}
        />
      )}
      {dialog}
    </>
  );
}
