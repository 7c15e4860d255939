import type { ReactNode } from "react";
import { pageContext } from "@/lib/auth/page-context";
import ConsoleLayout from "../(console)/layout";

/** Of an address that leads nowhere: whoever is signed in keeps the console around it. */
export default async function UnknownAddressLayout({ children }: { children: ReactNode }) {
  const { actor } = await pageContext();
  return actor.kind === "user" ? <ConsoleLayout>{children}</ConsoleLayout> : children;
}
