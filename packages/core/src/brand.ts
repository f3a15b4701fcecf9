declare const brand: unique symbol;

/** A value that has passed a named check. Made once by a parser at the edge, trusted afterwards. */
export type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };
