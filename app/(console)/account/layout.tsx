import type { ReactNode } from "react";
import { AccountHeader } from "@/components/account/account-header";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-5xl">
      <AccountHeader />
      <div className="pt-5">{children}</div>
    </div>
  );
}
