/**
 * Whom a page of ours shows. Its requests carry the cookie of whoever signed in last in this browser: by this header the
 * server refuses them when that is somebody else.
 */
export const PAGE_USER_HEADER = "X-Page-User";

let pageUser: string | null = null;

/** In a browser only: on the server there are many pages at a time. */
export function setPageUser(id: string | null): void {
  pageUser = id;
}

export function isForOther(id: string): boolean {
  return pageUser !== null && pageUser !== id;
}

export function pageUserHeader(): Record<string, string> {
  return pageUser === null ? {} : { [PAGE_USER_HEADER]: pageUser };
}
