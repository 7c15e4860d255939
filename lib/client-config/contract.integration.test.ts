import { describeContract } from "@/lib/testing/contract/describe-contract";
import { clientConfigContract } from "./contract";
import { clientConfigCases } from "./contract.cases";

describeContract(clientConfigContract, clientConfigCases);
