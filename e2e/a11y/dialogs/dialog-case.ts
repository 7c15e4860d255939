import type { Page } from "@playwright/test";
import type pg from "pg";
import type { TestFixtures } from "../../fixtures";

/** What a case starts with; who signs in has the theme and the size of text of the look. */
type Makers =
  | "aUser"
  | "anAccessToken"
  | "aNetwork"
  | "aGateway"
  | "aConfig"
  | "aGroup"
  | "aRole"
  | "aPendingUser"
  | "anIdentity"
  | "enrolTotp";

interface Start extends Pick<TestFixtures, Makers> {
  page: Page;
  db: pg.Client;
  signedInAs: (
    role: Parameters<TestFixtures["signedInAs"]>[0],
  ) => ReturnType<TestFixtures["signedInAs"]>;
}

/** Dialogs and menus that one page opens, one after the other. */
export interface DialogCase {
  /** Goes before "are accessible". */
  name: string;
  /** Names of the files of the dialogs, without their ending. */
  opens: string[];
  show: (start: Start) => Promise<void>;
}
