// A mail server that this process is configured to send by, until it is stopped.
import { env, readVariables, settleEnv } from "@/lib/env";
import { startSmtpServer, type Behaviour, type TestSmtpServer } from "./smtp-server";

export async function withMailServer(behaviour: Behaviour = {}): Promise<TestSmtpServer> {
  const configured = env();
  const server = await startSmtpServer(behaviour);
  const { SMTP_URL, MAIL_FROM } = readVariables({
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: "Muster <muster@example.com>",
  });
  settleEnv({ ...configured, SMTP_URL, MAIL_FROM });
  return {
    ...server,
    stop: async () => {
      settleEnv(configured);
      await server.stop();
    },
  };
}
