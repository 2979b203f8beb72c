import * as v from 'valibot';

/** A stored choice. A missing or invalid value is replaced by the fallback. */
export const oneOf = <const Choice extends string>(choices: readonly Choice[], fallback: NoInfer<Choice>) =>
  v.fallback(v.picklist(choices), fallback);
export const flag = (fallback: boolean) => v.fallback(v.boolean(), fallback);
const numberBetween = (min: number, max: number, fallback: number) =>
  v.fallback(v.pipe(v.number(), v.minValue(min), v.maxValue(max)), fallback);

/** Preferences for reading aloud. */
const SpeechPrefsSchema = v.object({
  /** The speech rate; 1 is the voice's normal rate. */
  rate: numberBetween(0.5, 3, 1),
  /** The chosen voice for each language. */
  voices: v.fallback(v.record(v.string(), v.string()), {}),
});
export type SpeechPrefs = v.InferOutput<typeof SpeechPrefsSchema>;

/** The preferences of the reader: typography and reading aloud. */
const ReaderPrefsSchema = v.object({
  theme: oneOf(['system', 'light', 'sepia', 'dark', 'contrast'], 'system'),
  /** Text size in px. */
  size: numberBetween(12, 40, 18),
  width: oneOf(['narrow', 'normal', 'wide'], 'normal'),
  /** The typeface: Literata, or the system's sans serif. */
  face: oneOf(['serif', 'sans'], 'serif'),
  spacing: oneOf(['tight', 'normal', 'airy'], 'normal'),
  /** Dims all paragraphs except the one in the middle of the window. */
  focus: flag(false),
  /** Marks quotes in the text in their speakers' colours. */
  marks: flag(true),
  speech: v.fallback(SpeechPrefsSchema, { rate: 1, voices: {} }),
});
export type ReaderPrefs = v.InferOutput<typeof ReaderPrefsSchema>;

export const DEFAULT_PREFS: ReaderPrefs = v.parse(ReaderPrefsSchema, {});

/** Parses stored preferences. Missing and invalid fields have their default values. */
export function readPrefs(stored: unknown): ReaderPrefs {
  const parsed = v.safeParse(ReaderPrefsSchema, stored);
  return parsed.success ? parsed.output : DEFAULT_PREFS;
}

const TEXT_SIZES: readonly number[] = [15, 16, 17, 18, 19, 20, 22, 24, 28];

/** Returns the next larger or smaller text size in px, or the last one at either end. */
export function nextTextSize(size: number, step: 1 | -1): number {
  const index = TEXT_SIZES.findIndex((candidate) => candidate >= size);
  const from = index < 0 ? TEXT_SIZES.length - 1 : index;
  return TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, from + step))] ?? size;
}
