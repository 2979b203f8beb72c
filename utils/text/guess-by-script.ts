/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 2000;

/** Share of its letters that tells the script of a text. */
const MOST = 0.5;
/** Share of Kana that no Chinese text has: every Japanese sentence is full of them. */
const KANA = 0.08;

/** Letters that Persian, Urdu, Pashto, Kurdish and Uyghur write and Arabic does not; names bring in a few. */
const NOT_ARABIC = /[پچژگکیےڵەۆۇېھ]/gu;
const FEW = 0.02;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language of a text whose script tells it: Japanese, Chinese, Korean and Arabic.
 *
 * @returns null for text in other scripts, and for other languages in the Arabic one
 */
export function guessByScript(text: string): 'ar' | 'ja' | 'ko' | 'zh' | null {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return null;
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  if (count(sample, /\p{Script=Hangul}/gu) >= letters * MOST) return 'ko';
  if (kana + han >= letters * MOST) return kana >= letters * KANA ? 'ja' : 'zh';
  const arabic = count(sample, /\p{Script=Arabic}/gu);
  return arabic >= letters * MOST && count(sample, NOT_ARABIC) < letters * FEW ? 'ar' : null;
}
