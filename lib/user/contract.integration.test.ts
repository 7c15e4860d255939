import { describeContract } from "@/lib/testing/contract/describe-contract";
import { userContract } from "./contract";
import { userCases } from "./contract.cases";

describeContract(userContract, userCases);
