import { copyToClipboard } from "@/components/ui/clipboard";
import { toast } from "@/components/ui/toast";
import type { UserInvite } from "@/lib/invite/schema";

/** Copies the link of an invite; it is not shown where others may look on. */
export async function copyLink({
  email,
  invite_url: link,
}: Pick<UserInvite, "email" | "invite_url">): Promise<void> {
  try {
    await copyToClipboard(link);
    toast.success("Link copied", { description: `It is for ${email} alone.` });
  } catch {
    toast.error("Copying was blocked by the browser.", {
      description: `Copy it by hand: ${link}`,
    });
  }
}
