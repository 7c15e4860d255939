import { Fragment } from "react";

/** What somebody is called, or has called something: it turns no direction of the text around it, and stays as it is. */
export function Name({ className, children }: { className?: string; children: string }) {
  return (
    <bdi translate="no" className={className}>
      {children.split(SEAM).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr className="@min-[40rem]/table:hidden" />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}

/**
 * Where a long name may go on in the next line: after dots, underscores and at signs, rather than inside of a word. Not
 * where it stands in one line, as in the cells of a table: there too it would be broken.
 */
const SEAM = /(?<=[._@])(?![._@]|$)/u;
