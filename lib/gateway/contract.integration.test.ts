import { describeContract } from "@/lib/testing/contract/describe-contract";
import { gatewayContract } from "./contract";
import { gatewayCases } from "./contract.cases";

describeContract(gatewayContract, gatewayCases);
