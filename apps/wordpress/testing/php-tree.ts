import { createRequire } from "node:module";

/** A node of a parsed PHP file; its fields are read by name and checked where they are used. */
export type PhpNode = { readonly kind: string } & Readonly<Record<string, unknown>>;

interface PhpEngine {
  readonly parseCode: (code: string, file: string) => PhpNode;
}

// The parser's own types describe a class per node; the rules need only kinds and names.
const { Engine }: { readonly Engine: new (options: object) => PhpEngine } = createRequire(import.meta.url)(
  "php-parser",
);

/** Parses PHP as the plugin's oldest PHP would. @throws SyntaxError with the line. */
export function parsePhp(code: string, file: string): PhpNode {
  return new Engine({ parser: { version: "7.4", suppressErrors: false } }).parseCode(code, file);
}

function isNode(value: unknown): value is PhpNode {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}

/** Every node below and with this one. */
export function* nodesOf(value: unknown): Generator<PhpNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item);
  } else if (isNode(value)) {
    yield value;
    for (const field of Object.values(value)) yield* nodesOf(field);
  }
}

/** The plain name a node stands for: of a function, a key or a variable; undefined for anything computed. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.kind === "string") return typeof node["value"] === "string" ? node["value"] : undefined;
  const name = node["name"];
  return typeof name === "string" ? name.replace(/^\\/, "") : nameOf(name);
}

/** Calls of functions (not methods) with their names and arguments. */
export function* callsIn(tree: PhpNode): Generator<{ readonly name: string; readonly given: readonly unknown[] }> {
  for (const node of nodesOf(tree)) {
    if (node.kind !== "call" || !isNode(node["what"]) || node["what"].kind !== "name") continue;
    const given = node["arguments"];
    yield { name: nameOf(node["what"]) ?? "", given: Array.isArray(given) ? given : [] };
  }
}

/** The value of a key in an array that is written out, or undefined. */
export function entryOf(array: unknown, key: string): PhpNode | undefined {
  if (!isNode(array) || !Array.isArray(array["items"])) return undefined;
  const entry = array["items"].find((item) => isNode(item) && nameOf(item["key"]) === key);
  return isNode(entry) && isNode(entry["value"]) ? entry["value"] : undefined;
}
