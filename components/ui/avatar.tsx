import { cn } from "@/lib/cn";

const sizes = { sm: "size-6 text-2xs", md: "size-7 text-2xs", lg: "size-12 text-lg" } as const;

/** Initials in a circle; decorative, because the name always stands beside it. */
export function Avatar({
  name,
  size = "md",
  className,
}: {
  name: string;
  size?: keyof typeof sizes;
  className?: string;
}) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-grid shrink-0 place-items-center rounded-full border border-line bg-sunken font-semibold text-ink-2 uppercase select-none",
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name
    .split("@", 1)
    .join("")
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => firstLetter(word ?? "")).join("");
}

function firstLetter(word: string): string {
  return Array.from(word).at(0) ?? "";
}
