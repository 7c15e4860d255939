import { describeContract } from "@/lib/testing/contract/describe-contract";
import { serverSettingsContract } from "./contract";
import { serverSettingsCases } from "./contract.cases";

describeContract(serverSettingsContract, serverSettingsCases);
