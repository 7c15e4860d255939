import { fetchCsv } from "@/components/base/fetch-csv";
import { userContract } from "@/lib/user/contract";
import type { UserListQuery } from "@/lib/user/schema";

export function fetchUsersCsv(query: UserListQuery, signal: AbortSignal): Promise<Blob> {
  return fetchCsv(userContract.page, query, signal);
}
