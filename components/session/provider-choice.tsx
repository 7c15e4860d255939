import type { ReactNode } from "react";
import { ProviderForm } from "./provider-form";
import type { ProviderName } from "./provider-names";

/** A button for each provider that people sign in by. */
export function ProviderChoice({
  providers,
  back,
  isMain = false,
}: {
  providers: readonly ProviderName[];
  back: string;
  /** There is no other way in. */
  isMain?: boolean;
}) {
  return (
    <div className="grid gap-3">
      {providers.map(({ id, name }, index) => (
        <ProviderForm
          key={id}
          provider={id}
          label={`Continue with ${name}`}
          back={back}
          variant={isMain && index === 0 ? "primary" : "secondary"}
        />
      ))}
    </div>
  );
}

/** As {@link ProviderChoice}, below a form that is the other way in. @param children ways that stand before them */
export function OrProviders({
  providers,
  back,
  children,
}: {
  providers: readonly ProviderName[];
  back: string;
  children?: ReactNode;
}) {
  if (providers.length === 0 && !children) return null;
  return (
    <div className="mt-5 grid gap-5">
      <p className="flex items-center gap-3 text-sm text-ink-3 before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        or
      </p>
      <div className="grid gap-3">
        {children}
        {providers.length > 0 && <ProviderChoice providers={providers} back={back} />}
      </div>
    </div>
  );
}
