import { ShieldCheck } from "lucide-react";
import { MissingCard } from "@/components/console/missing-card";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <MissingCard
      icon={<ShieldCheck />}
      title="Role not found"
      back={{ href: paths.roles, label: "All roles" }}
    >
      The role was deleted, or the address is wrong.
    </MissingCard>
  );
}
