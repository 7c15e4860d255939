import { FileInput } from "lucide-react";
import type { Command } from "@/components/command-menu/command";
import { paths } from "@/lib/paths";
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";

/** Importing people, from everywhere; nothing for those who never see a user but themselves. */
export function importCommands(actor: Actor): Command[] {
  if (!can(actor, "users:list")) return [];
  return [
    {
      id: "users-import",
      label: "Import users",
      icon: <FileInput />,
      keywords: "csv file upload many people",
      disabledReason: reasonOf(permits(actor, "users:write")),
      href: paths.importUsers,
    },
  ];
}
