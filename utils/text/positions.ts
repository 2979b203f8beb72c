/** The first index from `from` in an ascending list whose value is at least `value` (binary search); else `to`. */
export function lowerBound(list: ArrayLike<number>, value: number, from = 0, to = list.length): number {
  let low = from;
  let high = to;
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
