import { UserX } from "lucide-react";
import { MissingCard } from "@/components/console/missing-card";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return (
    <MissingCard
      icon={<UserX />}
      title="User not found"
      back={{ href: paths.users, label: "All users" }}
    >
      The account was deleted, or the address is wrong.
    </MissingCard>
  );
}
