/**
 * A quantile of some numbers, between neighbours by linear interpolation.
 *
 * @param share 0.5 for the median
 * @returns NaN for no numbers
 */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** To three places, as figures are written down. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
