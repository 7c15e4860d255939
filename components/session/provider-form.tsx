import type { VariantProps } from "class-variance-authority";
import { buttonStyle } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/spinner";
import { cn } from "@/lib/cn";
import { leadsToProvider } from "./provider-forms";

interface ProviderFormProps {
  provider: string;
  label: string;
  /** A page of ours to go on with. */
  back: string;
  variant?: VariantProps<typeof buttonStyle>["variant"];
}

/** A button that leads to a provider, to sign in there. It works before the page's script has come. */
export function ProviderForm({ provider, label, back, variant }: ProviderFormProps) {
  return (
    <form
      {...leadsToProvider}
      method="post"
      action={`/api/auth/signin/${provider}`}
      className="grid gap-2"
    >
      <input type="hidden" name="purpose" value="sign-in" />
      <input type="hidden" name="back" value={back} />
      <button
        type="submit"
        className={cn(buttonStyle({ variant, size: "wrap-lg" }), "group w-full")}
        suppressHydrationWarning
      >
        <span className="absolute inset-0 hidden place-items-center group-aria-busy:grid">
          <Spinner />
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere] group-aria-busy:opacity-0">{label}</span>
      </button>
      <p role="alert" className="text-sm text-bad empty:hidden" suppressHydrationWarning>
        {""}
      </p>
    </form>
  );
}
