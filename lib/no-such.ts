import { shortened } from "./shortened";

/** @example noSuch("user", "ada") === 'There is no user "ada".' */
export function noSuch(thing: string, name: string): string {
  return `There is no ${thing} "${shortened(name)}".`;
}
