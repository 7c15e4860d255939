import { describeContract } from "@/lib/testing/contract/describe-contract";
import { networkContract } from "./contract";
import { networkCases } from "./contract.cases";

describeContract(networkContract, networkCases);
