import { Button } from "@/components/ui/button";

/** The last line of a filter's panel, where something is chosen. */
export function FilterClear({ onClear }: { onClear: () => void }) {
  return (
    <div className="border-t border-line p-1">
      <Button variant="ghost" size="sm" className="w-full" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
