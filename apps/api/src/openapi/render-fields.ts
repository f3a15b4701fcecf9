import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { JsonSchema } from "./collect-schemas.ts";
import { describeFields, type FieldWords, type TypeWords } from "./describe-type.ts";

/** Escaped markup, ready or soon. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A type, leading to its shape when it has a name. */
export function renderType({ words, shape }: TypeWords): Markup {
  return shape === undefined
    ? html`<span class="type">${words}</span>`
    : html`<a class="type" href="#shape-${shape}">${words}</a>`;
}

/** A table of fields. */
export function renderFields(schema: JsonSchema): Markup {
  return renderRows(describeFields(schema));
}

/** The same for fields that were described already. */
export function renderRows(fields: readonly FieldWords[]): Markup {
  if (fields.length === 0) return html``;
  const row = (field: FieldWords): Markup =>
    html`<tr>
      <td><code>${field.name}</code>${field.isRequired ? "" : html` <span class="faint">optional</span>`}</td>
      <td>${renderType(field)}</td>
      <td>${field.description}</td>
    </tr>`;
  return html`<table>
    <tbody>
      ${fields.map(row)}
    </tbody>
  </table>`;
}
