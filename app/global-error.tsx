"use client";

/** When even the root layout fails, the database being away for example: without the stylesheet, which it brings. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" style={{ colorScheme: "light dark", fontFamily: "system-ui, sans-serif" }}>
      <head>
        <title>Muster cannot answer</title>
      </head>
      <body style={{ margin: "15vh auto", maxWidth: "26rem", padding: "0 1rem" }}>
        <h1 style={{ fontSize: "1.25rem" }}>Muster is not available right now</h1>
        <p>
          Its database may be out of reach. Try again in a moment; if it stays so, the server&apos;s
          log says why.
        </p>
        {error.digest && <p>Reference {error.digest}</p>}
        <button
          type="button"
          style={{ font: "inherit", padding: "0.375rem 0.75rem" }}
          onClick={() => {
            window.location.reload();
          }}
        >
          Try again
        </button>
      </body>
    </html>
  );
}
