import { isRecord } from "@/lib/wire";
import { whenIdle } from "./when-idle";

/** In a browser, once the page itself is there: what is opened for the first time does not wait for its script then. */
export function preloadWhenIdle(preload: () => void): void {
  if (typeof window === "undefined" || savesData()) return;
  const rest = () => {
    whenIdle(preload);
  };
  if (document.readyState === "complete") rest();
  else window.addEventListener("load", rest, { once: true });
}

/** Somebody has asked their browser to load no more than it must. */
function savesData(): boolean {
  const connection: unknown = "connection" in navigator ? navigator.connection : null;
  return isRecord(connection) && connection["saveData"] === true;
}
