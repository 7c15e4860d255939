import { MonitorSmartphone } from "lucide-react";
import { MissingCard } from "@/components/console/missing-card";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <MissingCard
      icon={<MonitorSmartphone />}
      title="Client config not found"
      back={{ href: paths.clientConfigs, label: "All client configs" }}
    >
      The client config was deleted, the address is wrong, or it is not yours to see.
    </MissingCard>
  );
}
