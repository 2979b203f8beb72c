import { ABBREVIATION, ADVERB, CONJ } from './lexicon.ts';
import { DIGIT, endOfToken, kindAt, LETTER, SPACE } from './scan-tokens.ts';
import type { Token, TokenKind } from './token.ts';
import type { Lexicon } from './types.ts';

/** What a word is by itself, wherever it stands. */
type Reading = Pick<Token, 'text' | 'lower' | 'classes' | 'possessive' | 'capital'>;

/** "al-Harbi", "ul-Haq": names all the same. */
const ARTICLE = /^(?:a[dlnrstz]|ash|el|u[lr])-\p{Lu}\p{L}/u;

/** "Ankara'da", "Demir’in": a name with the ending of its case. */
const CASED = /^(\p{Lu}[\p{L}-]*)['’]\p{Ll}{1,6}$/u;

const NOTHING: Reading = { text: '', lower: '', classes: 0, possessive: false, capital: false };

/** Parts words that are written together: "l'État" → l' + État, "dit-il" → dit- + il. Null when there is one. */
function splitWord(raw: string, lexicon: Lexicon): string[] | null {
  if (lexicon.elisions.size === 0 && lexicon.hyphenPronouns.size === 0) return null;
  const apostrophe = raw.search(/['’]/);
  if (apostrophe > 0 && lexicon.elisions.has(raw.slice(0, apostrophe).toLowerCase())) {
    return [raw.slice(0, apostrophe + 1), raw.slice(apostrophe + 1)];
  }
  const hyphen = raw.lastIndexOf('-');
  if (hyphen > 0 && lexicon.hyphenPronouns.has(raw.slice(hyphen + 1).toLowerCase())) {
    const verb = raw.slice(0, hyphen + 1).replace(/-t-$/, '-');
    return [raw.slice(0, verb.length), raw.slice(verb.length, hyphen + 1), raw.slice(hyphen + 1)].filter(
      Boolean,
    );
  }
  return null;
}

/** Ends as adverbs do, and is no noun that does. */
const ADVERBIAL = /(?<!^(?:ral|rep|supp|assemb|anoma|monopo|butterf|bul|bel))ly$/;

function classify(text: string, lexicon: Lexicon): Reading {
  let bare = text;
  let possessive = false;
  if (text.length > 2 && /['’]s$/i.test(text)) {
    bare = text.slice(0, -2);
    possessive = true;
  }
  const cased = lexicon.data.namesTakeCases ? CASED.exec(text)?.[1] : undefined;
  if (cased) {
    bare = cased;
    // Somebody to, of or from whom something is said: like an owner nobody who speaks.
    possessive = true;
  }
  const lower = bare.toLowerCase().replaceAll('’', "'");
  let classes = lexicon.classOf(lower);
  if (classes === 0 && lower.length > 4 && bare === lower && ADVERBIAL.test(lower)) classes = ADVERB;
  const first = text.charAt(0);
  return {
    text: bare,
    lower,
    classes,
    possessive,
    capital: first !== first.toLowerCase() || ARTICLE.test(bare),
  };
}

/** Characters of a hyphen with the conjunction behind it. */
const LONGEST_JOINT = 20;

/** Words whose readings are kept: an article has some hundreds, each many times. */
const KEPT = 5000;

const readings = new WeakMap<Lexicon, Map<string, Reading>>();

function readingsOf(lexicon: Lexicon): (word: string) => Reading {
  const known = readings.get(lexicon) ?? new Map<string, Reading>();
  readings.set(lexicon, known);
  return (word) => {
    let reading = known.get(word);
    if (!reading) {
      if (known.size >= KEPT) known.clear();
      reading = classify(word, lexicon);
      known.set(word, reading);
    }
    return reading;
  };
}

/** Every token is made here, with its properties in one order: engines then keep one shape for all. */
export function makeToken(
  kind: TokenKind,
  start: number,
  end: number,
  paragraph: number,
  { text, lower, classes, capital, possessive }: Reading = NOTHING,
  span = -1,
): Token {
  return {
    kind,
    start,
    end,
    text,
    lower,
    classes,
    capital,
    possessive,
    span,
    sentence: 0,
    paragraph,
    tag: null,
    nominal: 1,
  };
}

/** Reads the words between two offsets, with `from`–`to` free of quotes. */
export function readWords(
  text: string,
  from: number,
  to: number,
  paragraph: number,
  lexicon: Lexicon,
  tokens: Token[],
): void {
  const read = readingsOf(lexicon);
  for (let start = from, end = from; start < to; start = end) {
    const first = kindAt(text, start);
    end = first === SPACE ? start + 1 : endOfToken(text, start, to, first);
    if (first === SPACE) continue;
    const raw = text.slice(start, end);
    const word = first === LETTER;
    const kind: TokenKind = word ? 'word' : first === DIGIT ? 'number' : 'mark';
    const previous = tokens[tokens.length - 1];
    if (raw === '.' && previous?.kind === 'word' && previous.end === start) {
      // The full stop of an abbreviation belongs to its word.
      const initial = previous.text.length === 1 && previous.capital && previous.lower !== 'i';
      const dotted = previous.text.includes('.') && /^(?:\p{L}\.)+\p{L}$/u.test(previous.text);
      if (initial || dotted || (previous.classes & ABBREVIATION) !== 0) {
        previous.end = start + 1;
        continue;
      }
    }
    if (
      (raw === "'" || raw === '’') &&
      previous?.kind === 'word' &&
      previous.end === start &&
      previous.lower.endsWith('s')
    ) {
      previous.possessive = true;
      previous.end = start + 1;
      continue;
    }
    // "Wirtschafts- und Finanzminister": the hyphen stands for what both words end with.
    if (raw === '-' && previous?.kind === 'word' && previous.end === start && lexicon.code !== 'en') {
      const next = /^-\s(\p{Ll}+)\s/u.exec(text.slice(start, start + LONGEST_JOINT))?.[1];
      if (next && (lexicon.classOf(next) & CONJ) !== 0) {
        Object.assign(previous, { end, text: `${previous.text}-`, lower: `${previous.lower}-`, classes: 0 });
        continue;
      }
    }
    const parts = word ? splitWord(raw, lexicon) : null;
    if (parts) {
      let from_ = start;
      for (const part of parts) {
        const reading = read(part.replace(/['’-]$/, ''));
        tokens.push(makeToken(kind, from_, from_ + part.length, paragraph, reading));
        from_ += part.length;
      }
    } else if (word) {
      tokens.push(makeToken(kind, start, end, paragraph, read(raw)));
    } else {
      // "the mayor -- who left early -- said", "the mayor - who left": how a dash is typed.
      const dash =
        raw.startsWith('--') ||
        ((raw === '-' || raw === '−') && /^\s.\s/.test(text.slice(start - 1, start + 2)));
      const mark = dash ? '—' : raw;
      tokens.push(makeToken(kind, start, end, paragraph, { ...NOTHING, text: mark, lower: mark }));
    }
  }
}
