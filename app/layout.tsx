import type { Metadata, Viewport } from "next";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { headers } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { earlyClickScript } from "@/components/form/early-click";
import { earlySubmitScript } from "@/components/form/early-submit";
import { themeColors } from "@/components/settings/theme-color";
import { pageContext } from "@/lib/auth/page-context";
import { preferencesOf } from "@/lib/settings/service";
import "./globals.css";

export const metadata: Metadata = { title: { default: "Muster", template: "%s · Muster" } };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await pageContext().then(preferencesOf);
  return { width: "device-width", initialScale: 1, themeColor: themeColors(theme) };
}

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
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: `${earlySubmitScript};${earlyClickScript}` }}
        />
        {children}
      </body>
    </html>
  );
}
