import { CircleDot } from "lucide-react";
import { cn } from "@/lib/cn";
import { useVocabulary } from "./vocabulary-context";

const tones = { bad: "text-bad", warn: "text-warn" };

/** Decorative: the words beside it say the same. */
export function EntryIcon({ verb }: { verb: string }) {
  const { icon: Icon = CircleDot, tone } = useVocabulary().verbs.get(verb) ?? {};
  return (
    <Icon
      aria-hidden="true"
      className={cn(
        "mt-0.5 size-4 shrink-0 @min-[46rem]/table:mt-0",
        tone ? tones[tone] : "text-ink-3",
      )}
    />
  );
}
