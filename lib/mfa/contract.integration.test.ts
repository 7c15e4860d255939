import { describeContract } from "@/lib/testing/contract/describe-contract";
import { mfaContract } from "./contract";
import { mfaCases } from "./contract.cases";

describeContract(mfaContract, mfaCases);
