import { InvalidArgumentError } from "commander";

/** Makes the reader of a number between two bounds, as somebody types it; it need not be whole. */
export function parseAmount(least: number, most: number): (text: string) => number {
  return (text) => {
    const amount = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
    if (amount >= least && amount <= most) return amount;
    throw new InvalidArgumentError(`Write a number from ${least} to ${most}.`);
  };
}
