// Says that the database is away, in place of a page that would fail after a long wait.
import "server-only";
import type { RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { isDispatched } from "./listener";
import { refusalResponse } from "./refusals";
import { unavailablePage } from "./unavailable-page";

const longestAnswerMs = 2_000;
/** Pages that come close together are settled by one question. */
const askedAgainAfterMs = 1_000;

/** Files of the build, which need no database. */
const files = /^\/(_next|icon\.svg)(\/|$)/;

/**
 * In development calls of the API come this way too; they answer for themselves.
 * @param ask rejects while the database does not answer
 */
export function createPageGuard(ask: () => Promise<unknown>, answer: RequestListener) {
  let answeredAt = Number.NEGATIVE_INFINITY;

  async function isDatabaseThere(): Promise<boolean> {
    if (performance.now() - answeredAt < askedAgainAfterMs) return true;
    const late = sleep(longestAnswerMs, false, { ref: false });
    const isThere = await Promise.race([late, ask().then(yes, no)]);
    if (isThere) answeredAt = performance.now();
    return isThere;
  }

  const guarded: RequestListener = (incoming, outgoing) => {
    const { url = "" } = incoming;
    if (files.test(url) || isDispatched(url.split("?", 1).join(""))) {
      answer(incoming, outgoing);
      return;
    }
    void isDatabaseThere().then((isThere) => {
      if (isThere) answer(incoming, outgoing);
      else if (url.startsWith("/api/")) void answerAway(incoming, outgoing);
      else void answerUnavailable(incoming, outgoing);
    });
  };
  return guarded;
}

const answerAway = getRequestListener(() => refusalResponse("away"), {
  autoCleanupIncoming: false,
});
const answerUnavailable = getRequestListener(() => unavailablePage(), {
  autoCleanupIncoming: false,
});

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
