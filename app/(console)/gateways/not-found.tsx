import { Router } from "lucide-react";
import { MissingCard } from "@/components/console/missing-card";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <MissingCard
      icon={<Router />}
      title="Gateway not found"
      back={{ href: paths.gateways, label: "All gateways" }}
    >
      The gateway was deleted, the address is wrong, or you do not administer its network.
    </MissingCard>
  );
}
