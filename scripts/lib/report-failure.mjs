/**
 * Ends a command with one sentence where that is all there is to say, with the stack of a bug else.
 *
 * @param {unknown} error
 */
export function reportFailure(error) {
  const isSentence = error instanceof Error && error.name === "Error";
  console.error(isSentence ? error.message : error);
  process.exit(1);
}
