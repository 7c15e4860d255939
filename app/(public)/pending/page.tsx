import type { Metadata } from "next";
import { PublicLayout } from "@/components/layout/public-layout";

export const metadata: Metadata = { title: "Waiting to be let in" };

export default function PendingPage() {
  return (
    <PublicLayout title="Waiting to be let in">
      <p className="text-sm text-ink-2">An administrator has to let you in first.</p>
    </PublicLayout>
  );
}
