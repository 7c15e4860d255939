import { beforeAll } from "vitest";
import { describeContract } from "@/lib/testing/contract/describe-contract";
import { withMailServer } from "@/lib/testing/mail-server";
import { serverSettingsContract } from "./contract";
import { serverSettingsCases } from "./contract.cases";

beforeAll(async () => {
  const { stop } = await withMailServer();
  return stop;
});

describeContract(serverSettingsContract, serverSettingsCases);
