/** Where one was in a list, by the step of the browser's history: a step back finds it again. It goes with the page's scripts. */

export interface Place {
  /** The row that had the focus, or was pressed. */
  rowId?: string;
  /** How far the rows are scrolled, and how far the page. */
  rowsTop?: number;
  pageTop?: number;
  chosen?: ReadonlySet<string>;
}

const nowhere: Place = {};
const places = new Map<string, Place>();

/** Nothing on the server, and where browsers do not tell their steps apart. */
export function keptPlace(list: string): Place {
  const key = keyOf(list);
  return (key === null ? undefined : places.get(key)) ?? nowhere;
}

function keepPlace(list: string, change: Place): void {
  const key = keyOf(list);
  if (key !== null) places.set(key, { ...keptPlace(list), ...change });
}

/** Keeps nothing once the page of the list is left: the address changes before the list goes. */
export function placeKeeper(list: string): (change: Place) => void {
  const { pathname } = window.location;
  return (change) => {
    if (window.location.pathname === pathname) keepPlace(list, change);
  };
}

function keyOf(list: string): string | null {
  const step = typeof window === "undefined" ? null : window.navigation?.currentEntry;
  return step ? `${step.key} ${list}` : null;
}
