// Every endpoint with every kind of caller.
import { beforeEach, describe, expect, test } from "vitest";
import type { RouteHandler } from "@/lib/api/handle";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import { anAccessToken, anActor, aUser, type Caller } from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { handlerOf } from "@/lib/testing/routes";
import { callEndpoint, readyCall } from "./call";
import { known, makeActor, strangers, type Who } from "./actors";
import type { Endpoint, Rule } from "./cases";
import { makeTarget, selfOf } from "./targets";

const IDENTITY_CHECK = /^identity check required/;

interface Attempt {
  who: string;
  route: RouteHandler;
  caller: Caller;
  input: CallInput;
  expected: number;
}

export function describeWho(endpoints: readonly Endpoint[]): void {
  const ruled = endpoints.flatMap((endpoint) =>
    (endpoint.rules ?? []).map((rule) => ({ ...endpoint, ...rule, rule, endpoint })),
  );
  const open = endpoints.filter((endpoint) => endpoint.open !== undefined);
  const withSudo = endpoints.filter(({ sudo }) => sudo);

  beforeEach(async () => {
    await aUser({ role: "super-admin" });
  });

  describe.runIf(ruled.length > 0)("who may call what", () => {
    test.each(ruled)("$name about $about", async ({ endpoint, rule }) => {
      const callers = known.filter((who) => appliesTo(rule, who));
      await expectStatuses(await Promise.all(callers.map((who) => attemptOf(endpoint, rule, who))));
    });

    test.each(ruled)(
      "$name about $about refuses whoever does not prove who they are",
      async ({ endpoint, about }) => {
        const target = await makeTarget(about === "self" ? "a user" : about);
        const input = (await endpoint.input?.(target)) ?? {};
        await expectStatuses(await attemptsOfStrangers(endpoint, 401, () => input));
      },
    );
  });

  describe.runIf(open.length > 0)("without a credential", () => {
    test.each(open)("$name asks nobody who they are", async (endpoint) => {
      const { contract, open: expected = 200, about = "a user" } = endpoint;
      // Each about one of its own: what is used once is used up.
      const inputOf = async () =>
        (await endpoint.input?.(await makeTarget(about === "self" ? "a user" : about))) ?? {};
      const route = await handlerOf(contract);
      const ofKnown = known.map(async (who) => {
        const caller = await makeActor(who, { hasSudo: true });
        return { who, route, caller, input: await inputOf(), expected };
      });
      const attempts = await Promise.all(ofKnown);
      const others = await attemptsOfStrangers(endpoint, expected, inputOf);
      expect(await statusesOf([...attempts, ...others])).toEqual(
        expectedOf([...attempts, ...others]),
      );
    });
  });

  describe.runIf(withSudo.length > 0)("an action that needs a recent identity check", () => {
    test.each(withSudo)("$name is refused to a session that has none", async (endpoint) => {
      await expectIdentityCheck(endpoint, await anActor("super-admin"));
    });

    test.each(withSudo)("$name is refused to an API token", async (endpoint) => {
      const token = await anAccessToken(await aUser({ role: "super-admin" }));
      await expectIdentityCheck(endpoint, token);
    });
  });
}

async function expectIdentityCheck(endpoint: Endpoint, caller: Caller): Promise<void> {
  const { input } = await readyCall(endpoint);
  const before = await fingerprint();
  const called = await callEndpoint(endpoint, { caller, input });
  expect(called.status).toBe(403);
  expect(called.problem.Message).toMatch(IDENTITY_CHECK);
  expect(await fingerprint()).toBe(before);
}

function appliesTo({ about }: Rule, who: Who): boolean {
  if (about === "self") return who !== "master-key";
  return !(about === "the super admin" && who === "super-admin");
}

/** Only what needs a recent identity check is called with one. */
async function attemptOf(
  { contract, input, sudo = false }: Endpoint,
  { about, may, others }: Rule,
  who: Who,
): Promise<Attempt> {
  const given = about === "self" ? null : await makeTarget(about);
  const caller = await makeActor(who, { hasSudo: sudo }, given);
  return {
    who,
    caller,
    route: await handlerOf(contract),
    input: (await input?.(given ?? selfOf(caller))) ?? {},
    expected: may.includes(who) ? 200 : (others?.[who] ?? 403),
  };
}

async function attemptsOfStrangers(
  { contract }: Endpoint,
  expected: number,
  input: () => CallInput | Promise<CallInput>,
): Promise<Attempt[]> {
  const route = await handlerOf(contract);
  return Promise.all(
    Object.entries(strangers).map(async ([who, make]) => ({
      who,
      route,
      caller: await make(),
      input: await input(),
      expected,
    })),
  );
}

/** Those that must change nothing first, and a look at the database around them. */
async function expectStatuses(attempts: Attempt[]): Promise<void> {
  const before = await fingerprint();
  const harmless = await statusesOf(attempts.filter((each) => !isChange(each)));
  expect(await fingerprint(), "nothing has changed").toBe(before);
  const changes = await statusesOf(attempts.filter(isChange));
  expect({ ...harmless, ...changes }).toEqual(expectedOf(attempts));
}

function isChange({ route, expected }: Attempt): boolean {
  return route.contract.method !== "GET" && expected === 200;
}

/** Whoever may have a recent identity check has one: a refusal is never for want of it. */
async function statusesOf(attempts: Attempt[]): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const { who, route, caller, input } of attempts) {
    const called = await callAs(caller, route, input);
    statuses[who] = called.status;
    if (called.status === 403) expect(called.problem.Message, who).not.toMatch(IDENTITY_CHECK);
  }
  return statuses;
}

function expectedOf(attempts: Attempt[]): Record<string, number> {
  return Object.fromEntries(attempts.map(({ who, expected }) => [who, expected]));
}
