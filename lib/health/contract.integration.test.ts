import { describeContract } from "@/lib/testing/contract/describe-contract";
import { healthContract } from "./contract";
import { healthCases } from "./contract.cases";

describeContract(healthContract, healthCases);
