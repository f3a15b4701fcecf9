import { useEffect, useState } from "react";

/** The time now, drawn again every `everyMs`: 1 s while something runs, a minute where only "3 minutes ago" changes. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
