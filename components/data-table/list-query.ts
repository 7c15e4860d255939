/** The part of a TanStack query that a table shows. */
export interface ListQuery {
  isPending: boolean;
  isFetching: boolean;
  isPlaceholderData: boolean;
  dataUpdatedAt: number;
  error: Error | null;
  refetch: () => unknown;
}
