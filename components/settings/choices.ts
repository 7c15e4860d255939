/** What can be chosen and how it is called, on the page of preferences and in the command menu. */
import { TEXT_SIZE } from "@/lib/settings/values";

export const themeOptions = [
  { value: "system", label: "System", description: "Same as your device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

interface TextSizeStep {
  label: string;
  size: number;
  /** At the end of the range. */
  disabledReason: string | null;
}

export function smallerText(size: number): TextSizeStep {
  return {
    label: "Smaller text",
    size: size - 1,
    disabledReason: size === TEXT_SIZE.min ? "This is the smallest size." : null,
  };
}

export function largerText(size: number): TextSizeStep {
  return {
    label: "Larger text",
    size: size + 1,
    disabledReason: size === TEXT_SIZE.max ? "This is the largest size." : null,
  };
}
