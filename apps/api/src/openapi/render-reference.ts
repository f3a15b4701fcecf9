import { allEndpoints } from "@ringtrail/api-contract";
import { html } from "hono/html";
import type { ApiDocument } from "./describe-api.ts";
import { tagOf } from "./describe-operation.ts";
import type { JsonSchema } from "./collect-schemas.ts";
import { describeType, isSchema } from "./describe-type.ts";
import { renderFields, type Markup } from "./render-fields.ts";
import { renderOperation } from "./render-operation.ts";

/**
 * The reference as one page without scripts: it works offline, prints, and needs nothing from anybody's CDN. Made of
 * the OpenAPI document, so it cannot say anything else.
 */
export function renderReference(document: ApiDocument, server: { version: string; publicUrl: string }): Markup {
  const chapters = [...new Set(allEndpoints.map(tagOf))];
  const shapes = shapesOf(document);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Ringtrail API ${server.version}</title>
        <link rel="stylesheet" href="/docs/reference.css" />
      </head>
      <body>
        <nav aria-label="Chapters">
          <strong>Ringtrail API</strong>
          ${chapters.map((chapter) => html`<a href="#chapter-${chapter}">${chapter}</a>`)}
          <a href="#shapes">shapes</a>
          <a href="/openapi.json">openapi.json</a>
        </nav>
        <main>
          <h1>Ringtrail API <span class="faint">${server.version}</span></h1>
          ${introduction(server.publicUrl)}
          ${chapters.map(
            (chapter) =>
              html`<h2 id="chapter-${chapter}">${chapter}</h2>
                ${allEndpoints
                  .filter((endpoint) => tagOf(endpoint) === chapter)
                  .map((endpoint) => {
                    const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
                    return renderOperation(endpoint, isSchema(operation) ? operation : {}, server.publicUrl);
                  })}`,
          )}
          <h2 id="shapes">shapes</h2>
          ${shapes.map(([name, schema]) => renderNamed(name, schema))}
        </main>
      </body>
    </html>`;
}

function introduction(publicUrl: string): Markup {
  return html`<p>
      Make a key with <code>ringtrail keys create --name reports --scopes calls:read</code> and send it as
      <code>Authorization: Bearer</code>. The server answers at <code>${publicUrl}</code>.
    </p>
    <p>
      A request that fails is answered as <code>application/problem+json</code> with a permanent <code>code</code>, what
      to do about it in <code>fix</code>, and the part it is about in <code>field</code>. Lists give a
      <code>next</code> cursor until their last page. A <code>POST</code> with an <code>Idempotency-Key</code> is
      carried out once. <code>RateLimit</code> says how many requests are left.
    </p>`;
}

function shapesOf(document: ApiDocument): readonly (readonly [string, JsonSchema])[] {
  const components = document["components"];
  const schemas = isSchema(components) ? components["schemas"] : undefined;
  return Object.entries(isSchema(schemas) ? schemas : {}).flatMap(([name, schema]) =>
    isSchema(schema) ? [[name, schema] as const] : [],
  );
}

function renderNamed(name: string, schema: JsonSchema): Markup {
  const fields = renderFields(schema);
  return html`<section id="shape-${name}">
    <h3><code>${name}</code></h3>
    ${"properties" in schema ? fields : html`<p class="type">${describeType(schema).words}</p>`}
  </section>`;
}
