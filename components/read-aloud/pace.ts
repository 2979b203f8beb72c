/** Paces to choose from; 1 is the voice's own. */
export const RATES: readonly number[] = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** The next quicker or slower pace, or the same at either end. */
export function stepRate(rate: number, step: 1 | -1): number {
  const at = RATES.findIndex((known) => known >= rate - 0.01);
  const from = at < 0 ? RATES.length - 1 : at;
  return RATES[Math.min(RATES.length - 1, Math.max(0, from + step))] ?? rate;
}
