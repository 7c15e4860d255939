import { z } from "zod";
import { formatDate } from "@/lib/format";
import { endOfDay } from "@/lib/day";
import { tokenName } from "@/lib/token/schema";
import { dayRange, expiryOf, type Limits } from "./lifetimes";

/** What is typed and chosen becomes a name and a moment, as the server takes them. */
export function newTokenForm(limits: Limits) {
  return z
    .object({ name: tokenName, lifetime: z.string(), day: z.string() })
    .transform(({ name, ...choice }, ctx) => {
      const expiry = expiryOf(choice, limits);
      if (expiry !== undefined) return { name, expires_at: expiry };
      ctx.addIssue({ code: "custom", path: ["day"], message: whichDays(limits) });
      return z.NEVER;
    });
}

function whichDays(limits: Limits): string {
  const { last } = dayRange(limits);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `Choose a day from today to ${formatDate(endOfDay(last), zone)}.`;
}
