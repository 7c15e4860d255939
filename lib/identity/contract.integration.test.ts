import { describeContract } from "@/lib/testing/contract/describe-contract";
import { identityContract } from "./contract";
import { identityCases } from "./contract.cases";

describeContract(identityContract, identityCases);
