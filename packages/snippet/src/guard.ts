/** Is told when something of ours fails. The page goes on as it is; its owner finds why in the browser's console. */
let told: (failure: unknown) => void = console.warn;

/** Sets who is told instead. */
export function whenFailed(tell: (failure: Error) => void): void {
  told = tell as typeof told;
}

/** Says that something of ours failed. */
export function failed(failure: unknown): void {
  told(failure);
}

/** Wraps what the browser calls: a failure of ours leaves the page as it is. */
export function guard<Heard extends unknown[]>(work: (...heard: Heard) => unknown): (...heard: Heard) => void {
  return (...heard) => {
    try {
      work(...heard);
    } catch (failure) {
      told(failure);
    }
  };
}
