import { describeContract } from "@/lib/testing/contract/describe-contract";
import { settingsContract } from "./contract";
import { settingsCases } from "./contract.cases";

describeContract(settingsContract, settingsCases);
