import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { GeistSans } from "geist/font/sans";
import { headers } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { earlyEventsScript } from "@/components/layout/early-events";
import { revealAtOnceScript } from "@/components/layout/reveal-at-once";
import { providerFormsScript } from "@/components/session/provider-forms";
import { themeColors } from "@/components/settings/theme-color";
import { pageContext } from "@/lib/auth/page-context";
import { preferencesOf } from "@/lib/settings/service";
import "./globals.css";

// Geist's own module has every page load it at once, and hardly any shows a word in it at first.
const GeistMono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  adjustFontFallback: false,
  fallback: ["ui-monospace", "SFMono-Regular", "Menlo", "monospace"],
  weight: "100 900",
  preload: false,
});

export const metadata: Metadata = { title: { default: "Muster", template: "%s · Muster" } };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await pageContext().then(preferencesOf);
  return { width: "device-width", initialScale: 1, themeColor: themeColors(theme) };
}

const scripts = [earlyEventsScript, providerFormsScript, revealAtOnceScript].join(";");

interface Properties extends CSSProperties {
  "--text-size": string;
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const preferences = await pageContext().then(preferencesOf);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const style: Properties = { "--text-size": `${preferences.text_size}px` };
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-theme={preferences.theme}
      data-reduced-motion={preferences.reduced_motion}
      style={style}
    >
      <body>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: scripts }} />
        {children}
      </body>
    </html>
  );
}
