/** The logarithm of a sum of numbers given by their logarithms, without leaving log space. Of no numbers: -Infinity. */
export function logSum(logs: readonly number[]): number {
  const greatest = Math.max(...logs, -Infinity);
  if (greatest === -Infinity) return -Infinity;
  return greatest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - greatest), 0));
}
