import { takeParameter } from "@/components/base/take-parameter";
import { toast } from "@/components/ui/toast";

const refusals: Partial<Record<string, { title: string; description: string }>> = {
  identity: {
    title: "That did not confirm who you are",
    description: "Sign in anew at the provider, with the account that is linked to yours here.",
  },
  provider: {
    title: "Signing in at the provider did not work out",
    description: "Nothing was changed. Try again.",
  },
};

/** Says how it went at a provider that somebody went to from here, as the address tells. */
export function tellOutcomeAtProvider(): void {
  const confirmed = takeParameter("confirmed");
  const refusal = refusals[takeParameter("error") ?? ""];
  if (refusal) toast.error(refusal.title, { description: refusal.description });
  // Linking goes on, and says itself how it went.
  else if (confirmed === "true") {
    toast.success("You have confirmed who you are", {
      description: "Repeat what you wanted to do. You won't be asked again for 10 minutes.",
    });
  }
}
