import { StatusDot } from "@/components/ui/status-dot";

export function UserStatus({ isDisabled }: { isDisabled: boolean }) {
  return isDisabled ? (
    <StatusDot tone="off">Disabled</StatusDot>
  ) : (
    <StatusDot tone="good">Enabled</StatusDot>
  );
}
