/** The logarithm of a sum of numbers given by their logarithms, without leaving log space. Of no numbers: -Infinity. */
export function logSum(logs: readonly number[]): number {
  let greatest = -Infinity;
  for (const log of logs) if (log > greatest) greatest = log;
  if (greatest === -Infinity) return -Infinity;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - greatest);
  return greatest + Math.log(sum);
}
