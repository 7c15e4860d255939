/** Prints a text alone, without the page around it: in a frame that nobody sees. */
export function printCodes(text: string): void {
  const frame = document.createElement("iframe");
  frame.title = "Recovery codes to print";
  frame.className = "sr-only";
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.addEventListener(
    "load",
    () => {
      printIn(frame, text);
    },
    { once: true },
  );
  document.body.append(frame);
}

function printIn(frame: HTMLIFrameElement, text: string): void {
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return;
  const block = page.createElement("pre");
  block.textContent = text;
  page.body.append(block);
  view.addEventListener("afterprint", () => {
    frame.remove();
  });
  view.print();
}
