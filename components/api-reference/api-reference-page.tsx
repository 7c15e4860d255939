import type { ReactNode } from "react";
import { ProductName } from "@/components/layout/product-mark";
import { SkipLink } from "@/components/layout/skip-link";
import type { Reference } from "@/lib/api-reference";
import { cn } from "@/lib/cn";
import { paths } from "@/lib/paths";
import { EndpointSection } from "./endpoint-section";
import { FieldList } from "./field-list";
import { groupNames } from "./group-names";

/** Every endpoint on one page, drawn by the server without a script: the browser's own search finds all of it. */
export function ApiReferencePage({
  reference: { groups, refusals, schemas },
}: {
  reference: Reference;
}) {
  return (
    <div className="@container/reference">
      <SkipLink />
      <Head />
      <div className="mx-auto max-w-[80rem] px-4 pb-16 @min-[58rem]/reference:grid @min-[58rem]/reference:grid-cols-[16rem_minmax(0,1fr)] @min-[58rem]/reference:gap-10 @min-[58rem]/reference:px-8">
        <nav
          aria-label="Contents"
          className="pt-6 @min-[58rem]/reference:sticky @min-[58rem]/reference:top-14 @min-[58rem]/reference:h-[calc(100dvh-3.5rem)] @min-[58rem]/reference:overflow-y-auto @min-[58rem]/reference:pb-6"
        >
          <ul className="grid gap-x-4 gap-y-1 @max-[58rem]/reference:grid-cols-2 @min-[58rem]/reference:gap-y-4">
            {groups.map(({ name, endpoints }) => (
              <li key={name}>
                <ContentLink href={`#${name}`} isMain>
                  {groupNames[name] ?? name}
                </ContentLink>
                <ul className="hidden @min-[58rem]/reference:block">
                  {endpoints.map(({ id, summary }) => (
                    <li key={id}>
                      <ContentLink href={`#${id}`}>{summary}</ContentLink>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
            <li>
              <ContentLink href="#refusals" isMain>
                Refusals
              </ContentLink>
            </li>
            <li>
              <ContentLink href="#schemas" isMain>
                Schemas
              </ContentLink>
            </li>
          </ul>
        </nav>
        <main id="main" tabIndex={-1} data-programmatic-focus className="min-w-0 pt-6">
          <h1 className="text-2xl font-semibold">API reference</h1>
          <Introduction />
          {groups.map(({ name, endpoints }) => (
            <section key={name} aria-labelledby={name} className="mt-10">
              <h2 id={name} className="scroll-mt-18 text-xl font-semibold">
                {groupNames[name] ?? name}
              </h2>
              {endpoints.map((endpoint) => (
                <EndpointSection key={endpoint.id} endpoint={endpoint} />
              ))}
            </section>
          ))}
          <section aria-labelledby="refusals" className="mt-10">
            <h2 id="refusals" className="scroll-mt-18 text-xl font-semibold">
              Refusals
            </h2>
            <dl className="mt-2 grid gap-y-1">
              {refusals.map(({ status, meaning }) => (
                <div key={status} className="flex gap-3">
                  <dt className="w-9 shrink-0 font-mono text-sm leading-5">{status}</dt>
                  <dd className="min-w-0 text-ink-2">{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="schemas" className="mt-10">
            <h2 id="schemas" className="scroll-mt-18 text-xl font-semibold">
              Schemas
            </h2>
            {schemas.map(({ name, fields }) => (
              <div key={name} className="mt-6">
                <h3 id={`schema-${name}`} className="scroll-mt-18 font-mono font-semibold">
                  {name}
                </h3>
                <FieldList fields={fields} />
              </div>
            ))}
          </section>
        </main>
      </div>
    </div>
  );
}

function Head() {
  return (
    <header className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-b border-line bg-canvas px-4 @min-[58rem]/reference:px-8">
      <a href={paths.home} aria-label="Muster, back to the console" className="flex rounded-md">
        <ProductName />
      </a>
      <a
        href={paths.openApi}
        className="rounded-sm font-medium text-accent-text underline underline-offset-2"
      >
        OpenAPI document
      </a>
    </header>
  );
}

function Introduction() {
  return (
    <div className="mt-2 grid max-w-prose gap-2 text-ink-2">
      <p>
        Send an API token, a session token or the master key as{" "}
        <code className="font-mono text-sm">Authorization: Bearer …</code>. Bodies and answers are
        JSON.
      </p>
      <p>
        Most answers come as{" "}
        <code className="font-mono text-sm break-all">
          {'{"Code": 200, "Message": "…", "Response": …}'}
        </code>
        . A refusal has the same form with its <code className="font-mono text-sm">RequestId</code>,
        and the header <code className="font-mono text-sm">X-Error-Code</code> says which kind it
        is.
      </p>
    </div>
  );
}

function ContentLink({
  href,
  isMain = false,
  children,
}: {
  href: string;
  isMain?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      className={cn(
        "flex min-h-[24px] items-center rounded-sm py-0.5 hover:underline",
        isMain ? "font-medium" : "text-sm text-ink-2 hover:text-ink",
      )}
    >
      {children}
    </a>
  );
}
