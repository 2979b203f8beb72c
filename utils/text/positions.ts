/** The first index in an ascending list whose value is at least `value` (binary search). */
export function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of values of an ascending list in `from … to - 1`. */
export function countBetween(list: readonly number[] | undefined, from: number, to: number): number {
  return list === undefined ? 0 : lowerBound(list, to) - lowerBound(list, from);
}
