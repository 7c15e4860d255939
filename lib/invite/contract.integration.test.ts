import { describeContract } from "@/lib/testing/contract/describe-contract";
import { inviteCases } from "./contract.cases";
import { inviteContract } from "./contract";

describeContract(inviteContract, inviteCases);
