"use client";

import { CardSection } from "@/components/ui/card";
import { lazyComponent } from "@/components/ui/lazy-component";
import { ReachSkeleton } from "./reach-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const ReachList = lazyComponent(async () => (await import("./reach-list")).ReachList, {
  fallback: <ReachSkeleton />,
});

/** Which networks one reaches, and through which gateways. */
export function MyReach() {
  return (
    <CardSection
      title="What I can reach"
      description="Your networks, and the gateways through which you connect to them."
    >
      <ReachList />
    </CardSection>
  );
}
