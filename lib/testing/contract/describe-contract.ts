// All that holds for every endpoint, tested for the endpoints of one contract.
import type { Contract } from "@/lib/api/contract";
import { describeAuditTrail } from "./audit-trail";
import { describeBadInput } from "./bad-input";
import { endpointsOf, type Cases } from "./cases";
import { describeIfMatch } from "./if-match";
import { describeOutage } from "./outage";
import { describeWho } from "./who";

export function describeContract<T extends Record<string, Contract>>(
  contract: T,
  cases: Cases<T>,
): void {
  const endpoints = endpointsOf(contract, cases);
  describeWho(endpoints);
  describeBadInput(endpoints);
  describeAuditTrail(endpoints);
  describeIfMatch(endpoints);
  describeOutage(endpoints);
}
