import * as v from 'valibot';

/** A stored choice; what is missing or invalid is the usual one. */
export const oneOf = <const Choice extends string>(choices: readonly Choice[], usual: NoInfer<Choice>) =>
  v.fallback(v.picklist(choices), usual);
export const flag = (usual: boolean) => v.fallback(v.boolean(), usual);
const within = (min: number, max: number, usual: number) =>
  v.fallback(v.pipe(v.number(), v.minValue(min), v.maxValue(max)), usual);

/** Preferences for reading aloud. */
const Speech = v.object({
  /** The speaking rate; 1 is the voice's normal rate. */
  rate: within(0.5, 3, 1),
  /** The chosen voice of each language. */
  voices: v.fallback(v.record(v.string(), v.string()), {}),
});
export type SpeechPrefs = v.InferOutput<typeof Speech>;

/** Preferences for the reader: typography and reading aloud. */
const Prefs = v.object({
  theme: oneOf(['system', 'light', 'sepia', 'dark', 'contrast'], 'system'),
  /** Text size in px. */
  size: within(12, 40, 18),
  width: oneOf(['narrow', 'normal', 'wide'], 'normal'),
  /** The typeface: Literata, or the system's sans serif. */
  face: oneOf(['serif', 'sans'], 'serif'),
  spacing: oneOf(['tight', 'normal', 'airy'], 'normal'),
  /** Two columns if the window is wide enough. */
  columns: flag(false),
  /** Justified text with hyphenation. */
  justified: flag(false),
  /** Dims everything but the paragraph in the middle of the window. */
  focus: flag(false),
  /** Marks quotes in the text in their speakers' colours. */
  marks: flag(true),
  speech: v.fallback(Speech, { rate: 1, voices: {} }),
});
export type ReaderPrefs = v.InferOutput<typeof Prefs>;

export const DEFAULT_PREFS: ReaderPrefs = v.parse(Prefs, {});

/** Parses stored preferences; fields that are missing or invalid have their defaults. */
export function readPrefs(stored: unknown): ReaderPrefs {
  const read = v.safeParse(Prefs, stored);
  return read.success ? read.output : DEFAULT_PREFS;
}

const SIZES: readonly number[] = [15, 16, 17, 18, 19, 20, 22, 24, 28];

/** The next larger or smaller text size, or the same at either end. */
export function nextTextSize(size: number, step: 1 | -1): number {
  const at = SIZES.findIndex((known) => known >= size);
  const from = at < 0 ? SIZES.length - 1 : at;
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, from + step))] ?? size;
}
