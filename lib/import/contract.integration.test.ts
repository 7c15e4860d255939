import { describeContract } from "@/lib/testing/contract/describe-contract";
import { importContract } from "./contract";
import { importCases } from "./contract.cases";

describeContract(importContract, importCases);
