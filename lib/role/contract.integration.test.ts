import { describeContract } from "@/lib/testing/contract/describe-contract";
import { roleContract } from "./contract";
import { roleCases } from "./contract.cases";

describeContract(roleContract, roleCases);
