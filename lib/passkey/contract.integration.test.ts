import { describeContract } from "@/lib/testing/contract/describe-contract";
import { passkeyContract } from "./contract";
import { passkeyCases } from "./contract.cases";

describeContract(passkeyContract, passkeyCases);
