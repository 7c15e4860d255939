import type { Field } from "@/lib/api-reference";

/** Names and types of what goes in or out, one line each. */
export function FieldList({ fields }: { fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="mt-1 divide-y divide-line">
      {fields.map(({ name, place, type, isRequired, notes }) => (
        <div
          key={`${place ?? ""}.${name}`}
          className="grid gap-x-4 py-1.5 @min-[40rem]/reference:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
        >
          <dt className="min-w-0 font-mono text-sm leading-5 [overflow-wrap:anywhere]">
            {name}
            {place !== null && <span className="font-sans text-ink-3"> in the {place}</span>}
          </dt>
          <dd className="min-w-0 text-sm [overflow-wrap:anywhere] text-ink-2">
            <SchemaType type={type} />
            {[...(isRequired ? ["required"] : []), ...notes].map((note) => `, ${note}`).join("")}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A type, in which the names of schemas lead to them. */
export function SchemaType({ type }: { type: string }) {
  return type.split(/\b(?=[A-Z])/).map((part, index) => {
    const name = /^[A-Z]\w+/.exec(part)?.[0];
    if (name === undefined) return part;
    return (
      <span key={index}>
        <a href={`#schema-${name}`} className="rounded-sm text-accent-text underline">
          {name}
        </a>
        {part.slice(name.length)}
      </span>
    );
  });
}
