import { describeContract } from "@/lib/testing/contract/describe-contract";
import { auditContract } from "./contract";
import { auditCases } from "./contract.cases";

describeContract(auditContract, auditCases);
