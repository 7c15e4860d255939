"use client";

import { LogOut } from "lucide-react";
import type { Command } from "@/components/command-menu/command";
import { useSignOut } from "./sign-out";

export function useSignOutCommand(): Command {
  const { mutate } = useSignOut();
  return {
    id: "sign-out",
    label: "Sign out",
    icon: <LogOut />,
    keywords: "log out leave",
    onSelect: () => {
      mutate();
    },
  };
}
