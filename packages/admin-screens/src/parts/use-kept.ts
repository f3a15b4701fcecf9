import { useState } from "react";

/** What a query knows of its answer. */
interface Answering<Shown> {
  readonly data: Shown | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Keeps the last answer on the screen while the next question is asked, and when it fails. */
export function useKept<Shown>(query: Answering<Shown>): Answering<Shown> {
  const [kept, setKept] = useState(query.data);
  // Set while drawing, as React has it for what follows from a change: https://react.dev/reference/react/useState
  if (query.data !== undefined && query.data !== kept) setKept(query.data);
  return { data: query.data ?? kept, error: query.error, refetch: query.refetch };
}
