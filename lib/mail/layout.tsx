/** What all mails look like: words in the middle of a page, in the colours of the console, without pictures. */
import "server-only";
import { Fragment, type ReactNode } from "react";
import { formatNumber } from "@/lib/format";

interface Layout {
  /** What lists of mails show beside the subject. */
  preview: string;
  children: ReactNode;
  /** The one thing to do. */
  action?: { label: string; link: string };
  /** Small print, below a line. */
  footer: string;
}

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

const light = {
  canvas: "#f3f3f1",
  surface: "#ffffff",
  line: "#e6e6e2",
  ink: "#1a1c1b",
  quiet: "#4c514e",
  accent: "#0f766e",
  accentInk: "#ffffff",
};

/** Read by mail programs that know of dark mode; others make something of the colours of the light one. */
const styles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.canvas { background-color: ${light.canvas}; }
@media (prefers-color-scheme: dark) {
  .canvas { background-color: #0e1010 !important; }
  .surface { background-color: #191d1d !important; border-color: #252a2a !important; }
  .line { border-color: #373e3d !important; }
  .ink { color: #eceeed !important; }
  .quiet { color: #b4bbb8 !important; }
  .accent { color: #5eead4 !important; }
  .action { background-color: #2dd4bf !important; color: #04211e !important; }
}`;

/** @returns the HTML of a mail */
export async function renderLayout({ preview, children, action, footer }: Layout): Promise<string> {
  // Heavy, and of no use to a process before its first mail.
  const { Body, Button, Container, Head, Hr, Html, Link, Preview, Section, Text, render } =
    await import("react-email");
  return render(
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styles}</style>
      </Head>
      <Body className="canvas" style={{ margin: 0, fontFamily }}>
        <Preview>{preview}</Preview>
        <Section className="canvas" style={{ backgroundColor: light.canvas }}>
          {" "}
          <Container style={{ maxWidth: "600px", margin: "0 auto", padding: "24px 12px" }}>
            <Text className="ink" style={{ ...text, fontWeight: 600, margin: "0 0 12px 4px" }}>
              Muster
            </Text>
            <Container className="surface" style={surface}>
              <div className="ink" style={text}>
                {children}
              </div>
              {action && (
                <>
                  <Button className="action" href={action.link} style={button}>
                    {action.label}
                  </Button>
                  <Text className="quiet" style={{ ...small, margin: "20px 0 0" }}>
                    Or open this link:
                  </Text>
                  <Link className="accent" href={action.link} style={bareLink}>
                    {action.link}
                  </Link>
                </>
              )}
              <Hr className="line" style={{ borderColor: light.line, margin: "24px 0 16px" }} />
              <div className="quiet" style={small}>
                {footer}
              </div>
            </Container>
          </Container>
        </Section>
      </Body>
    </Html>,
  );
}

const text = { color: light.ink, fontSize: "16px", lineHeight: "24px" };
const small = { color: light.quiet, fontSize: "14px", lineHeight: "20px" };
const surface = {
  maxWidth: "600px",
  backgroundColor: light.surface,
  border: `1px solid ${light.line}`,
  borderRadius: "8px",
  padding: "24px",
  overflowWrap: "anywhere" as const,
};
const button = {
  backgroundColor: light.accent,
  color: light.accentInk,
  borderRadius: "6px",
  fontSize: "16px",
  lineHeight: "24px",
  fontWeight: 600,
  padding: "10px 20px",
  margin: "8px 0 0",
};
const bareLink = {
  ...small,
  color: light.accent,
  textDecoration: "underline",
  textDecorationLine: "underline",
  wordBreak: "break-all",
} as const;

export function Paragraph({ children }: { children: ReactNode }) {
  return <p style={{ margin: "0 0 16px" }}>{children}</p>;
}

export function Strong({ children }: { children: ReactNode }) {
  return <strong style={{ fontWeight: 600 }}>{children}</strong>;
}

/** A name that people chose, in any alphabet: it turns no direction around it. */
export function Name({ children }: { children: string }) {
  return (
    <bdi>
      <Strong>{children}</Strong>
    </bdi>
  );
}

export interface Fact {
  label: string;
  names: readonly string[];
  /** How many of them are named. */
  max: number;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: "0 0 16px" }}>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.label}>
            <td className="quiet" style={label}>
              {fact.label}
            </td>
            <td className="ink" style={{ ...text, padding: "2px 0" }}>
              <SomeNames {...fact} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const label = {
  ...text,
  color: light.quiet,
  padding: "2px 16px 2px 0",
  verticalAlign: "top",
  whiteSpace: "nowrap",
} as const;

function SomeNames({ names, max }: Fact) {
  const hidden = names.length - max;
  return (
    <>
      {names.slice(0, max).map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ", "}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {hidden > 0 && `, and ${formatNumber(hidden)} more`}
    </>
  );
}
