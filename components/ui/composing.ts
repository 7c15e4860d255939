/** Who writes Japanese or Chinese first chooses the word: keys pressed for that, Enter above all, are not for us. */

/** What Safari says of the Enter that ends the choice, when it says no more that one is choosing. */
const CHOOSING = 229;

export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari tells it in no other way
  return event.isComposing || event.keyCode === CHOOSING;
}
