/** A cell's groups by what separates them: names may have a comma in them where semicolons or bars are used. */
export function groupsIn(text: string): readonly string[] {
  const names = text.split(/[;|]/.test(text) ? /[;|]/ : ",").map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}
