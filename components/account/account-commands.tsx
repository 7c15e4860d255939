import { CircleUser } from "lucide-react";
import type { Command } from "@/components/command-menu/command";
import { paths } from "@/lib/paths";
import { accountTabs } from "./account-header";

/** The tabs of one's own account; the account itself is in the navigation. */
export const accountCommands: readonly Command[] = accountTabs
  .filter(({ href }) => href !== paths.account)
  .map(({ href, label }) => ({
    id: `page-${href}`,
    label: `Account: ${label}`,
    icon: <CircleUser />,
    keywords: "my own",
    href,
  }));
