/** A table's own entry, or what stands for all others. Names come from outside: `constructor` is one like any other. */
export function lookUp(table: Readonly<Record<string, number>>, name: string, otherwise: number): number {
  return Object.hasOwn(table, name) ? (table[name] ?? otherwise) : otherwise;
}
