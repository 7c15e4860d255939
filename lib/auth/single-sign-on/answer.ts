// What a browser gets that goes to a provider and comes back: never a page of next-auth's, never an error but in words.
import "server-only";
import type { Asked } from "@/lib/auth/ask-next-auth";
import type { Provider } from "@/lib/auth/providers";
import { paths } from "@/lib/paths";
import { beginTrip } from "./begin";
import type { Verbs } from "./decision";
import { finishTrip } from "./finish";
import { redirect } from "./redirect";

interface Offered {
  providers: readonly Provider[];
  verbs: Verbs;
}

/**
 * @returns null where the request is about no provider
 * @throws AppError `throttled`
 */
export async function answerSingleSignOn(
  asked: Asked,
  { providers, verbs }: Offered,
): Promise<Response | null> {
  const { method, url } = asked.request;
  const [action, id] = new URL(url).pathname.split("/").slice(3);
  if (action === "signin" && method !== "POST") return redirect(paths.signIn());
  if (id === undefined || id === "credentials") return null;
  const provider = providers.find((each) => each.id === id);
  if (action === "signin") return beginTrip(asked, provider);
  if (action !== "callback") return null;
  return provider ? finishTrip(asked, provider, verbs) : redirect(paths.signInError("provider"));
}
