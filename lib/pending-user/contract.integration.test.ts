import { describeContract } from "@/lib/testing/contract/describe-contract";
import { pendingUserCases } from "./contract.cases";
import { pendingUserContract } from "./contract";

describeContract(pendingUserContract, pendingUserCases);
