import type { SourceCondition } from "./channel-rule.ts";

/**
 * A source's conditions as one regular expression for a page to check an arrival with. An arrival is the query, in lower case and
 * form-encoded, then `@` and the host of another site that led here, or `~` after a page of this site: there only what
 * the query says counts, since where the visitor came from before that nobody knows.
 */
export function sourcePattern(conditions: readonly SourceCondition[]): string {
  return `^(?:${conditions.map(conditionPattern).join("|")})`;
}

function conditionPattern({ anyParam, utm, referrer }: SourceCondition): string {
  const said = [
    ...(anyParam ? [`(?=(?:.*&)?(?:${anyParam.map(encode).join("|")})=)`] : []),
    ...Object.entries(utm ?? {}).map(([name, words]) => utmPattern(name, words ?? [])),
  ];
  if (referrer === undefined) return said.length > 0 ? said.join("") : "[^@]*@(?!~)";
  const hosts = referrer.map((host) => escape(host)).join("|");
  const from = referrer.length === 0 ? "[^~]" : `(?:[^@]*\\.)?(?:${hosts})$`;
  return `${said.join("")}[^@]*@${from}`;
}

/** One of these words, outer spaces aside; a parameter that is not there says the empty word. */
function utmPattern(name: string, words: readonly string[]): string {
  const parameter = `(?:[^@]*&)?utm_${name}=\\+*`;
  const some = `(?=${parameter}(?:${words.map(encode).join("|")})\\+*[&@])`;
  return words.includes("") ? `(?:${some}|(?!${parameter}[^&@+]))` : some;
}

/** As a browser writes it into a form-encoded query. */
function encode(text: string): string {
  const encoded = text.replaceAll(/[^a-z0-9*._ -]/g, (one) => encodeURIComponent(one)).replaceAll(" ", "+");
  return escape(encoded.replaceAll(/[!'()~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`));
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
