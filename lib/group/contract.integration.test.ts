import { describeContract } from "@/lib/testing/contract/describe-contract";
import { groupContract } from "./contract";
import { groupCases } from "./contract.cases";

describeContract(groupContract, groupCases);
