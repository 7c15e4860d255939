import { copyToClipboard } from "./clipboard";
import { toast } from "./toast";

/** Copies what a menu offers, and says so in a message: a menu is gone by then. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await copyToClipboard(text);
    toast.success(done, { description: text });
  } catch {
    toast.error("Copying was blocked by the browser.", {
      description: `Copy it by hand: ${text}`,
    });
  }
}
