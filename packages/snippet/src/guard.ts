let told: (failure: Error) => void = () => undefined;

/** Sets who is told when something of ours fails. */
export function whenFailed(tell: (failure: Error) => void): void {
  told = tell;
}

/** Says that something of ours failed. */
export function failed(failure: unknown): void {
  told(failure as Error);
}

/** Wraps what the browser calls: a failure of ours leaves the page as it is. */
export function guard<Heard extends unknown[]>(work: (...heard: Heard) => unknown): (...heard: Heard) => void {
  return (...heard) => {
    try {
      work(...heard);
    } catch (failure) {
      told(failure as Error);
    }
  };
}
