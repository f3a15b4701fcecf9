import { problems, problemsOf, scopeMeanings, type Endpoint } from "@ringtrail/api-contract";
import { html } from "hono/html";
import { isSchema, describeType } from "./describe-type.ts";
import type { JsonSchema } from "./collect-schemas.ts";
import { renderFields, renderRows, renderType, type Markup } from "./render-fields.ts";

/** One endpoint of the reference. `operation` is its entry in the OpenAPI document. */
export function renderOperation(endpoint: Endpoint, operation: JsonSchema, publicUrl: string): Markup {
  const { method, path, name, summary, status, mediaType } = endpoint;
  const answer = contentOf(operation["responses"], String(status));
  return html`<section id="${name}">
    <h3><span class="method" data-method="${method}">${method}</span> <code>${path}</code></h3>
    <p>${summary}.</p>
    <p class="faint">${whoMay(endpoint)}</p>
    ${parametersOf(operation)} ${bodyOf(operation)}
    <h4>Answer ${status}</h4>
    ${answer === undefined ? html`<p class="faint">${mediaType ?? "No body."}</p>` : renderShape(answer)}
    <details>
      <summary>Problems</summary>
      <table>
        <tbody>
          ${problemsOf(endpoint).map(renderProblem)}
        </tbody>
      </table>
    </details>
    <pre><code>${curl(endpoint, publicUrl)}</code></pre>
  </section>`;
}

function whoMay({ scope }: Endpoint): string {
  if (scope === "public") return "Anybody may ask.";
  if (scope === "session") return "Anybody who is known may ask.";
  if (scope === "signed-link") return "Whoever has the link may ask.";
  return `Scope ${scope}: ${scopeMeanings[scope]}`;
}

function parametersOf({ parameters }: JsonSchema): Markup {
  const listed = Array.isArray(parameters) ? parameters.filter(isSchema).filter((one) => "name" in one) : [];
  if (listed.length === 0) return html``;
  const rows = listed.map((one) => ({
    name: `${String(one["name"])}`,
    isRequired: one["required"] === true,
    description: typeof one["description"] === "string" ? one["description"] : "",
    ...describeType(isSchema(one["schema"]) ? one["schema"] : {}),
  }));
  return html`<h4>Parameters</h4>
    ${renderRows(rows)}`;
}

function bodyOf(operation: JsonSchema): Markup {
  const body = isSchema(operation["requestBody"]) ? schemaIn(operation["requestBody"]) : undefined;
  return body === undefined
    ? html``
    : html`<h4>Body</h4>
        ${renderShape(body)}`;
}

function renderShape(schema: JsonSchema): Markup {
  return "$ref" in schema ? html`<p>${renderType(describeType(schema))}</p>` : renderFields(schema);
}

function renderProblem(code: keyof typeof problems): Markup {
  const { status, title, fix } = problems[code];
  return html`<tr>
    <td>${status}</td>
    <td><code>${code}</code></td>
    <td>${title} ${fix}</td>
  </tr>`;
}

function contentOf(responses: unknown, status: string): JsonSchema | undefined {
  const response = isSchema(responses) ? responses[status] : undefined;
  return isSchema(response) ? schemaIn(response) : undefined;
}

function schemaIn({ content }: JsonSchema): JsonSchema | undefined {
  const json = isSchema(content) ? content["application/json"] : undefined;
  return isSchema(json) && isSchema(json["schema"]) ? json["schema"] : undefined;
}

function curl({ method, path, scope, body, upload }: Endpoint, publicUrl: string): string {
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}${publicUrl}${path}`,
    ...(scope === "public" || scope === "signed-link" ? [] : ['-H "Authorization: Bearer $RINGTRAIL_KEY"']),
    ...(upload === undefined ? [] : [`-H "Content-Type: ${upload.mediaTypes[0]}" --data-binary @file`]),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json" -d @body.json']),
  ].join(" \\\n  ");
}
