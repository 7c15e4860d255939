import { MutationCache, notifyManager, QueryCache, QueryClient } from "@tanstack/react-query";
import { toast } from "@/components/ui/toast";
import { leaveFreely, wouldLoseSomething } from "@/components/ui/use-leave-guard";
import { ApiError, isRefusal } from "@/lib/api/api-error";
import { paths } from "@/lib/paths";

/** The console's query cache, with the one place where errors go that nobody else shows. */
export function createQueryClient(): QueryClient {
  // What is changed shows before the browser paints again: else a switch flips back for a moment.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      // A browser that believes it is offline may be wrong: the server may be near.
      queries: {
        networkMode: "always",
        staleTime: 10_000,
        retry: (count, error) => count < 2 && !isFinal(error),
      },
      mutations: { networkMode: "always" },
    },
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) goToSignIn();
        else if (mustEnrol(error)) goToEnrolment();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        const { isShownByForm, failure } = mutation.meta ?? {};
        if (isSignedOut(error)) goToSignIn();
        else if (mustEnrol(error)) goToEnrolment();
        else if (typeof failure === "string") {
          toast.error(failure, { description: error.message, id: failure });
        } else if (isShownByForm !== true) toast.error(error.message);
      },
    }),
  });
}

/** A refusal stays one; only what the network or the server failed at is tried again. */
function isFinal(error: Error): boolean {
  return error instanceof ApiError && error.status > 0 && error.status < 500;
}

function isSignedOut(error: Error): boolean {
  return isRefusal(error, "unauthenticated");
}

/** MFA is asked of everyone since this page was loaded. */
function mustEnrol(error: Error): boolean {
  return isRefusal(error, "mfa_enrolment_required");
}

/** Loads the page; what was typed and not saved is asked about first. */
function goToEnrolment(): void {
  const { pathname, search } = window.location;
  const enrolment = paths.enrolMfa(`${pathname}${search}`);
  if (!wouldLoseSomething()) {
    window.location.assign(enrolment);
    return;
  }
  toast.error("This server asks everyone for MFA now", {
    id: "mfa-enrolment",
    description: "Nothing was saved. Copy what you typed, then set it up.",
    action: {
      label: "Set up MFA",
      onClick: () => {
        leaveFreely();
        window.location.assign(enrolment);
      },
    },
  });
}

/** When nothing would be lost by it; else `SignInAgain` asks in place. Loads the page, so that nothing of the ended session stays in memory; and comes back afterwards. */
function goToSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(paths.signInAgain(`${pathname}${search}`));
}
