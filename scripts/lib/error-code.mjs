/**
 * @param {unknown} error
 * @returns {string} the code that Node or PostgreSQL gave it, its text where there is none
 */
export function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
