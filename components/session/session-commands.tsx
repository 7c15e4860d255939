"use client";

import { LogOut } from "lucide-react";
import type { Command } from "@/components/command-menu/command";
import { useSignOut } from "./sign-out";

export function useSignOutCommand(): Command {
  const { run } = useSignOut();
  return {
    id: "sign-out",
    label: "Sign out",
    icon: <LogOut />,
    keywords: "log out leave",
    onSelect: run,
  };
}
