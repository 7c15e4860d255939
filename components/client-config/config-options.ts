import { PER_SEARCH } from "@/components/lookup/chunks";
import type { OptionSource } from "@/components/picker/option-source";
import { callConfigs } from "./calls";
import { nameOf } from "./config-words";
import { configKeys } from "./queries";

/** Client configs, found as in their list: by id, device, owner and address. */
export const configOptions: OptionSource = {
  key: configKeys.all,
  noun: "client configs",
  search: async (text, signal) => {
    const query = { page: "1", per_page: String(PER_SEARCH), q: text };
    const page = await callConfigs("page", { query, signal });
    return {
      options: page.data.map((config) => ({
        value: config.clientid,
        label: nameOf(config),
        detail: detailOf(config),
      })),
      isMore: page.total > page.data.length,
    };
  },
};

function detailOf(config: Parameters<typeof nameOf>[0] & { ownerid: string; address: string }) {
  const id = nameOf(config) === config.clientid ? "" : config.clientid;
  return [id, config.ownerid, config.address].filter(Boolean).join(" · ");
}
