import { describeContract } from "@/lib/testing/contract/describe-contract";
import { tokenContract } from "./contract";
import { tokenCases } from "./contract.cases";

describeContract(tokenContract, tokenCases);
