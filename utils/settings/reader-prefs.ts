/** Preferences for reading aloud. */
export interface SpeechPrefs {
  /** The speaking rate; 1 is the voice's normal rate. */
  rate: number;
  /** The chosen voice of each language. */
  voices: Readonly<Record<string, string>>;
}

/** Preferences for the reader: typography and reading aloud. */
export interface ReaderPrefs {
  theme: 'system' | 'light' | 'sepia' | 'dark' | 'contrast';
  /** Text size in px. */
  size: number;
  width: 'narrow' | 'normal' | 'wide';
  /** The typeface: Literata, or the system's sans serif. */
  face: 'serif' | 'sans';
  spacing: 'tight' | 'normal' | 'airy';
  /** Two columns if the window is wide enough. */
  columns: boolean;
  /** Justified text with hyphenation. */
  justified: boolean;
  /** Dims everything but the paragraph in the middle of the window. */
  focus: boolean;
  /** Marks quotes in the text in their speakers' colours. */
  marks: boolean;
  speech: SpeechPrefs;
}

export const DEFAULT_PREFS: ReaderPrefs = {
  theme: 'system',
  size: 18,
  width: 'normal',
  face: 'serif',
  spacing: 'normal',
  columns: false,
  justified: false,
  focus: false,
  marks: true,
  speech: { rate: 1, voices: {} },
};

const SIZES: readonly number[] = [15, 16, 17, 18, 19, 20, 22, 24, 28];

/** The next larger or smaller text size, or the same at either end. */
export function stepSize(size: number, step: 1 | -1): number {
  const at = SIZES.findIndex((known) => known >= size);
  const from = at < 0 ? SIZES.length - 1 : at;
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, from + step))] ?? size;
}

function isOneOf<T extends string>(value: unknown, choices: readonly T[]): value is T {
  return choices.some((one) => one === value);
}

/** Parses stored preferences; fields that are missing or invalid have their defaults. */
export function readPrefs(stored: unknown): ReaderPrefs {
  const prefs = { ...DEFAULT_PREFS };
  if (typeof stored !== 'object' || stored === null) return prefs;
  const known = stored as Record<string, unknown>;
  const { theme, size, width, face, spacing } = known;
  if (isOneOf(theme, ['system', 'light', 'sepia', 'dark', 'contrast'])) prefs.theme = theme;
  if (isOneOf(width, ['narrow', 'normal', 'wide'])) prefs.width = width;
  if (isOneOf(face, ['serif', 'sans'])) prefs.face = face;
  if (isOneOf(spacing, ['tight', 'normal', 'airy'])) prefs.spacing = spacing;
  if (typeof size === 'number' && size >= 12 && size <= 40) prefs.size = size;
  for (const key of ['marks', 'columns', 'justified', 'focus'] as const) {
    const flag = known[key];
    if (typeof flag === 'boolean') prefs[key] = flag;
  }
  prefs.speech = readSpeech(known.speech);
  return prefs;
}

function readSpeech(value: unknown): SpeechPrefs {
  if (typeof value !== 'object' || value === null) return DEFAULT_PREFS.speech;
  const { rate, voices } = value as Record<string, unknown>;
  const named = Object.entries(typeof voices === 'object' && voices !== null ? voices : {});
  return {
    rate: typeof rate === 'number' && rate >= 0.5 && rate <= 3 ? rate : DEFAULT_PREFS.speech.rate,
    voices: Object.fromEntries(
      named.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}
