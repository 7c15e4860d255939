import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callConfigs } from "./calls";
import type { ConfigsInput } from "./list-params";

export const configKeys = {
  all: ["client-configs"] as const,
  pages: ["client-configs", "page"] as const,
  detail: (id: string) => [...configKeys.all, "detail", id] as const,
  file: (id: string) => [...configKeys.all, "file", id] as const,
};

/** One page; the page before stays while the next one loads. */
export function configsPageQuery(query: ConfigsInput) {
  return queryOptions({
    queryKey: [...configKeys.pages, query] as const,
    queryFn: ({ signal }) => callConfigs("page", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function configDetailQuery(id: string) {
  return queryOptions({
    queryKey: configKeys.detail(id),
    queryFn: ({ signal }) => callConfigs("get", { params: { id }, signal }),
  });
}

/** What WireGuard on the device reads, but for its private key. */
export function configFileQuery(id: string) {
  return queryOptions({
    queryKey: configKeys.file(id),
    queryFn: ({ signal }) => callConfigs("file", { params: { id }, signal }),
  });
}
