import type { ReadMessage } from '../../../../components/ui/base/strings.ts';

/** Letters that a font for English may lack, and that stand higher and lower than its own. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'å',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  y: 'ÿ',
  c: 'ç',
  A: 'Å',
  E: 'Ë',
};

const FILLER = 'lorem ipsum dolor sit amet ';

/**
 * The interface in a language that nobody speaks: 40 % longer, as German and Polish make it, accented, and in brackets.
 * Where a bracket is missing words are clipped, and what has no brackets is not translated.
 */
export const pseudoLocale =
  (read: ReadMessage): ReadMessage =>
  (key, substitutions) => {
    const text = read(key, substitutions);
    if (key === 'localeTag' || text === '') return text;
    const length = Math.max(1, Math.ceil(text.length * 0.4));
    const filler = FILLER.repeat(Math.ceil(length / FILLER.length))
      .slice(0, length)
      .trim();
    return `⟦${text.replace(/[aeiouycAE]/g, (letter) => ACCENTED[letter] ?? letter)} ${filler}⟧`;
  };
