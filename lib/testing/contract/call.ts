// The call of an endpoint that works, made as often as a test wants it, and changed as it wants it.
import { callAs, type Called, type CallInput } from "@/lib/testing/call-as";
import { anonymous, type Caller } from "@/lib/testing/factories";
import { handlerOf } from "@/lib/testing/routes";
import type { Contract } from "@/lib/api/contract";
import { makeActor, type Actor } from "./actors";
import type { Call, Endpoint } from "./cases";
import { makeTarget, selfOf } from "./targets";

export interface ReadyCall {
  caller: Caller;
  input: CallInput;
}

/** Who may do it, and what they send, in a world where it changes something. */
export async function readyCall(endpoint: Endpoint, call: Call = endpoint): Promise<ReadyCall> {
  const { about = "a user", prepare, input } = call;
  const asSelf = about === "self" ? await callerOf(endpoint) : null;
  const target = about === "self" ? selfOf(asSelf ?? anonymous) : await makeTarget(about);
  await prepare?.(target);
  const made = (await input?.(target)) ?? {};
  const caller = asSelf ?? (await endpoint.caller?.(target)) ?? (await callerOf(endpoint));
  return { caller, input: made };
}

function callerOf({ open }: Endpoint): Promise<Actor> {
  if (open !== undefined) return Promise.resolve(anonymous);
  return makeActor("super-admin", { hasSudo: true });
}

export async function callEndpoint(
  { contract }: Endpoint,
  { caller, input }: ReadyCall,
  change: CallInput = {},
): Promise<Called<Contract>> {
  const headers = { ...input.headers, ...change.headers };
  return callAs(caller, await handlerOf(contract), { ...input, ...change, headers });
}

/** A call that works, but for the change. */
export async function send(endpoint: Endpoint, change: CallInput = {}) {
  return callEndpoint(endpoint, await readyCall(endpoint), change);
}
