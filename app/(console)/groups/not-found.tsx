import { UsersRound } from "lucide-react";
import { MissingCard } from "@/components/console/missing-card";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <MissingCard
      icon={<UsersRound />}
      title="Group not found"
      back={{ href: paths.groups, label: "All groups" }}
    >
      The group was deleted, or the address is wrong.
    </MissingCard>
  );
}
