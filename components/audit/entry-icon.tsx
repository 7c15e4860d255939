import {
  Ban,
  CircleCheck,
  CircleDot,
  Crown,
  Fingerprint,
  KeyRound,
  LogIn,
  LogOut,
  Pencil,
  ShieldAlert,
  SlidersHorizontal,
  TimerOff,
  ShieldX,
  Trash2,
  UserPlus,
  type LucideIcon,
} from "lucide-react";
import { cn } from "@/lib/cn";

const icons: Record<string, LucideIcon> = {
  "user.create": UserPlus,
  "user.update": Pencil,
  "user.delete": Trash2,
  "user.disable": Ban,
  "user.enable": CircleCheck,
  "user.transfer-super-admin": Crown,
  "settings.update": SlidersHorizontal,
  "user.reset-super-admin": KeyRound,
  "throttle.lift": TimerOff,
  "session.create": LogIn,
  "session.end": LogOut,
  "session.refuse": ShieldAlert,
  "session.confirm-identity": Fingerprint,
  "server-settings.update": SlidersHorizontal,
  "token.create": KeyRound,
  "token.revoke": ShieldX,
};

const tones: Record<string, string> = {
  "user.delete": "text-bad",
  "user.reset-super-admin": "text-bad",
  "session.refuse": "text-warn",
};

/** Decorative: the words beside it say the same. */
export function EntryIcon({ verb }: { verb: string }) {
  const Icon = icons[verb] ?? CircleDot;
  return (
    <Icon
      aria-hidden="true"
      className={cn("mt-0.5 size-4 shrink-0 @min-[46rem]/table:mt-0", tones[verb] ?? "text-ink-3")}
    />
  );
}
