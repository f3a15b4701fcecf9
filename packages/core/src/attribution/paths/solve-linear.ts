/**
 * Takes a square matrix apart (L and U in one, in place) so that each further system costs one pass over it.
 *
 * No rows change places: `I - next` of a chain that ends has a dominant diagonal.
 */
export function decompose(matrix: readonly Float64Array[]): void {
  const size = matrix.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const above = matrix[pivot] as Float64Array;
    for (let below = pivot + 1; below < size; below += 1) {
      const row = matrix[below] as Float64Array;
      const factor = (row[pivot] as number) / (above[pivot] as number);
      if (factor === 0) continue;
      row[pivot] = factor;
      for (let column = pivot + 1; column < size; column += 1) {
        row[column] = (row[column] as number) - factor * (above[column] as number);
      }
    }
  }
}

/** Solves `matrix x = right` for a matrix that `decompose` took apart. */
export function solve(matrix: readonly Float64Array[], right: ArrayLike<number>): Float64Array {
  const size = matrix.length;
  const x = Float64Array.from(right);
  for (let nth = 0; nth < size; nth += 1) {
    const row = matrix[nth] as Float64Array;
    for (let column = 0; column < nth; column += 1) {
      x[nth] = (x[nth] as number) - (row[column] as number) * (x[column] as number);
    }
  }
  for (let nth = size - 1; nth >= 0; nth -= 1) {
    const row = matrix[nth] as Float64Array;
    for (let column = nth + 1; column < size; column += 1) {
      x[nth] = (x[nth] as number) - (row[column] as number) * (x[column] as number);
    }
    x[nth] = (x[nth] as number) / (row[nth] as number);
  }
  return x;
}
