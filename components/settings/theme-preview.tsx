import type { UserSettings } from "@/lib/settings/schema";
import type { Shade } from "./theme-color";

/** The console in small, in its own colours; both halves where the operating system decides. */
export function ThemePreview({ theme }: { theme: UserSettings["theme"] }) {
  return (
    <span className="relative block h-20 min-w-0 overflow-clip rounded-md border border-line-strong">
      <Console shade={theme === "dark" ? "dark" : "light"} />
      {theme === "system" && (
        <span className="absolute inset-0 [clip-path:polygon(60%_0,100%_0,100%_100%,40%_100%)]">
          <Console shade="dark" />
        </span>
      )}
    </span>
  );
}

function Console({ shade }: { shade: Shade }) {
  return (
    <span data-theme={shade} className="flex h-full bg-canvas">
      <span className="grid w-1/4 content-start gap-1.5 border-e border-line bg-sunken p-2">
        <span className="h-1 rounded-full bg-accent" />
        <span className="h-1 rounded-full bg-line-strong" />
        <span className="h-1 rounded-full bg-line-strong" />
      </span>
      <span className="grid grow content-start gap-1.5 p-2">
        <span className="h-1.5 w-1/2 rounded-full bg-ink" />
        <span className="grid gap-1.5 rounded-sm border border-line bg-surface p-1.5">
          <span className="h-1 w-3/4 rounded-full bg-ink-3" />
          <span className="h-1 w-1/2 rounded-full bg-ink-3" />
        </span>
        <span className="h-2.5 w-1/3 rounded-sm bg-accent" />
      </span>
    </span>
  );
}
