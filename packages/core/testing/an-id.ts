import { createHash } from "node:crypto";

/** The same UUID for the same name in every run, so that a test may say `anId("ann")` wherever it means Ann's visit. */
export function anId<Id extends string>(name: string): Id {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id;
}
