// A device that makes and keeps passkeys, inside the browser.
import type { Page } from "@playwright/test";

export interface VirtualAuthenticator {
  /** How many passkeys it keeps. */
  size: () => Promise<number>;
  /** Whoever holds the device turns away from what it asks, or no longer. */
  refuse: (isRefusing: boolean) => Promise<void>;
  /** Nobody answers what it asks, or somebody does again. */
  ignore: (isIgnoring: boolean) => Promise<void>;
}

/** Gives the page's browser a device with a screen lock, which says yes to everything (WebAuthn, 11). */
export async function addAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async size() {
      const { credentials } = await devTools.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials.length;
    },
    async refuse(isRefusing) {
      await devTools.send("WebAuthn.setUserVerified", {
        authenticatorId,
        isUserVerified: !isRefusing,
      });
    },
    async ignore(isIgnoring) {
      await devTools.send("WebAuthn.setAutomaticPresenceSimulation", {
        authenticatorId,
        enabled: !isIgnoring,
      });
    },
  };
}

/** As in browsers that offer no passkeys in fields: they are used by buttons alone. */
export async function offerByButtonsAlone(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!isSecureContext) return;
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}
