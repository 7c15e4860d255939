import { MAX_BULK } from "@/lib/user/values";

const PER_FETCH = 500;

interface FetchedPage<Row> {
  data: readonly Row[];
  total: number;
}

/** The ids of all that match, page by page; at most {@link MAX_BULK}. */
export async function matchingIds<Row>(
  fetchPage: (page: { page: number; per_page: number }) => Promise<FetchedPage<Row>>,
  idOf: (row: Row) => string,
): Promise<{ ids: string[]; isCut: boolean }> {
  const pageAt = (page: number) => fetchPage({ page, per_page: PER_FETCH });
  const first = await pageAt(1);
  const pageCount = Math.ceil(Math.min(first.total, MAX_BULK) / PER_FETCH);
  const later = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) => pageAt(index + 2));
  const pages = [first, ...(await Promise.all(later))];
  const ids = pages.flatMap(({ data }) => data.map(idOf));
  return { ids: [...new Set(ids)].slice(0, MAX_BULK), isCut: first.total > MAX_BULK };
}
