import type { Endpoint } from "@/lib/api-reference";
import { FieldList, SchemaType } from "./field-list";

/** One endpoint: who may call it, what it takes and what it answers. */
export function EndpointSection({ endpoint }: { endpoint: Endpoint }) {
  const { id, method, path, summary, who, parameters, body, answer, refusals } = endpoint;
  return (
    <article
      aria-labelledby={id}
      className="mt-4 rounded-xl border border-line bg-surface px-5 py-4"
    >
      <h3 id={id} className="scroll-mt-18 text-lg font-semibold">
        {summary}
      </h3>
      <p className="mt-1 font-mono text-sm break-all">
        <strong className="font-semibold text-accent-text">{method}</strong> {path}
      </p>
      <p className="mt-1 text-ink-3">
        <span className="text-ink-2">Who may:</span> {who}
      </p>
      {parameters.length > 0 && (
        <>
          <PartHeading>Parameters</PartHeading>
          <FieldList fields={parameters} />
        </>
      )}
      {body && (
        <>
          <PartHeading>Body</PartHeading>
          {body.fields.length === 0 && <SchemaType type={body.type} />}
          <FieldList fields={body.fields} />
        </>
      )}
      <PartHeading>Answer</PartHeading>
      <p className="mt-1 text-sm text-ink-2">
        {answer.isWrapped ? "Response is " : "Without the envelope: "}
        <SchemaType type={answer.type} />
      </p>
      <FieldList fields={answer.fields} />
      <p className="mt-2 text-sm text-ink-3">Refusals: {refusals.join(", ")}</p>
    </article>
  );
}

function PartHeading({ children }: { children: string }) {
  return <h4 className="mt-4 text-sm font-semibold">{children}</h4>;
}
