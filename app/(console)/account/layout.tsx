import type { ReactNode } from "react";
import { AccountHeader } from "@/components/account/account-header";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AccountHeader />
      <div className="pt-5">{children}</div>
    </>
  );
}
