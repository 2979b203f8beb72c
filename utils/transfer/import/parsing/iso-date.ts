/** Days as bibliographies write them. */

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/**
 * A day out of a year, a month and a day, as far as they are stated.
 *
 * @returns `2024-01-31`, `2024-01` or `2024`; null where there is no year
 */
export function isoDate(parts: readonly unknown[]): string | null {
  const [year = 0, month = 0, day = 0] = parts.map((part) => Math.trunc(Number(part)) || 0);
  if (year < 1000 || year > 9999) return null;
  if (month < 1 || month > 12) return pad(year, 4);
  if (day < 1 || day > 31) return `${pad(year, 4)}-${pad(month, 2)}`;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
