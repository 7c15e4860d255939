import type { Locator } from "@playwright/test";

/** What a password manager sees of a form: name and `autocomplete` of each text, in their order. */
export function fieldsOf(form: Locator): Promise<string[]> {
  const texts = form.locator("input:not([type=checkbox], [type=radio])");
  return texts.evaluateAll((inputs) =>
    inputs.map((input) =>
      ["name", "autocomplete"].map((attribute) => input.getAttribute(attribute) ?? "").join(" "),
    ),
  );
}
