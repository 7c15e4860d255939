// Finds a Firefox for the one journey in it. None is installed for it: Chromium has all the others.
import { findProgram } from "./find-program.mjs";

/** @returns {string | null} */
export function findFirefox() {
  return findProgram({
    given: process.env.FIREFOX_PATH,
    names: ["firefox", "firefox-esr"],
    paths: [
      "/snap/bin/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
  });
}
