import { Network } from "lucide-react";
import { MissingCard } from "@/components/console/missing-card";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <MissingCard
      icon={<Network />}
      title="Network not found"
      back={{ href: paths.networks, label: "All networks" }}
    >
      The network was deleted, the address is wrong, or you do not administer it.
    </MissingCard>
  );
}
