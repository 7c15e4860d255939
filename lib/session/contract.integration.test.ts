import { describeContract } from "@/lib/testing/contract/describe-contract";
import { sessionContract } from "./contract";
import { sessionCases } from "./contract.cases";

describeContract(sessionContract, sessionCases);
