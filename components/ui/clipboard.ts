/** Copies a text, also where there is no clipboard to write to: without HTTPS. @throws when the browser does not allow it */
export async function copyToClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!copySelected(text)) throw error;
  }
}

/** As a person would: selects it and copies. What was selected before is selected again. */
function copySelected(text: string): boolean {
  const selection = getSelection();
  if (!selection) return false;
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) =>
    selection.getRangeAt(index),
  );
  const element = document.createElement("span");
  element.textContent = text;
  element.className = "fixed top-0 whitespace-pre opacity-0 select-text";
  document.body.append(element);
  selection.selectAllChildren(element);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without HTTPS
  const isCopied = document.execCommand("copy");
  element.remove();
  selection.removeAllRanges();
  for (const range of ranges) selection.addRange(range);
  return isCopied;
}
