import { describeContract } from "@/lib/testing/contract/describe-contract";
import { accessContract } from "./contract";
import { accessCases } from "./contract.cases";

describeContract(accessContract, accessCases);
