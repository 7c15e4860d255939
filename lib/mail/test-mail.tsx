import "server-only";
import { Paragraph, renderLayout } from "./layout";
import type { MailMessage } from "./message";

/** By which administrators find out whether mail arrives. */
export async function testMail({ to, host }: { to: string; host: string }): Promise<MailMessage> {
  const works = `Muster on ${host} can send mail: this one arrived.`;
  const footer = `This mail went to ${to}, because somebody asked for it on the page Server settings.`;
  return {
    to,
    subject: `Test mail from Muster on ${host}`,
    text: `${works}\n\n${footer}\n`,
    html: await renderLayout({
      preview: works,
      children: <Paragraph>{works}</Paragraph>,
      footer,
    }),
  };
}
