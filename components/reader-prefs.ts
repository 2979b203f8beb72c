/** How the reader wants articles set. */
export interface ReaderPrefs {
  theme: 'system' | 'light' | 'sepia' | 'dark';
  /** Text size in px. */
  size: number;
  width: 'narrow' | 'normal' | 'wide';
  /** Quotes carry their speaker's colour in the text. */
  marks: boolean;
}

export const DEFAULT_PREFS: ReaderPrefs = { theme: 'system', size: 18, width: 'normal', marks: true };

const SIZES: readonly number[] = [15, 16, 17, 18, 19, 20, 22, 24, 28];

/** The next larger or smaller size, or the same at either end. */
export function stepSize(size: number, step: 1 | -1): number {
  const at = SIZES.findIndex((known) => known >= size);
  const from = at < 0 ? SIZES.length - 1 : at;
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, from + step))] ?? size;
}

function isOneOf<T extends string>(value: unknown, known: readonly T[]): value is T {
  return known.some((one) => one === value);
}

/** Preferences out of whatever was stored: what is missing or not understood has its default. */
export function readPrefs(stored: string | null): ReaderPrefs {
  const prefs = { ...DEFAULT_PREFS };
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '{}');
  } catch {
    // Written by hand, or by a version that is gone.
    return prefs;
  }
  if (typeof value !== 'object' || value === null) return prefs;
  const { theme, size, width, marks } = value as Record<string, unknown>;
  if (isOneOf(theme, ['system', 'light', 'sepia', 'dark'])) prefs.theme = theme;
  if (isOneOf(width, ['narrow', 'normal', 'wide'])) prefs.width = width;
  if (typeof size === 'number' && size >= 12 && size <= 40) prefs.size = size;
  if (typeof marks === 'boolean') prefs.marks = marks;
  return prefs;
}
