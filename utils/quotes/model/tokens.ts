import type { QuotedSpan } from '../extract/quotation-marks.ts';
import { tagTokens } from '../tagging/tag-tokens.ts';
import { ABBREVIATION, ADVERB, AUX, CLOSED, CONJ, CUE, DET, PREP, PRONOUN, TITLE } from './lexicon.ts';
import type { Token, TokenKind } from './token.ts';
import { classifyByTag, cleanClasses } from './token-classes.ts';
import type { Lexicon } from './types.ts';

/**
 * A word, with characters that join a following letter or digit ("l'État", "U.S", "AT&T", "co-op"); a number ("3,210",
 * "10:30", "46-year-old", "1990s", "5%"); an ellipsis; a typed dash of two or three hyphens; or one other character.
 */
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’&\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:[-‑]\p{L}+)*[\p{L}%]*|\.\.\.|-{2,3}|[^\s\p{L}\p{N}]/gu;

/** The properties of a word that do not depend on context. */
type WordProperties = Pick<Token, 'text' | 'lower' | 'classes' | 'possessive' | 'capital'>;

/** "al-Harbi", "ul-Haq": names despite their lower-case letter. */
const ARTICLE = /^(?:a[dlnrstz]|ash|el|u[lr])-\p{Lu}\p{L}/u;

/** "Ankara'da", "Demir’in": a name with a case ending. */
const CASED = /^(\p{Lu}[\p{L}-]*)['’]\p{Ll}{1,6}$/u;

const NOTHING: WordProperties = { text: '', lower: '', classes: 0, possessive: false, capital: false };

/** Splits contractions: "l'État" → l' + État, "dit-il" → dit- + il. Null for other words. */
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

/** Words in "-ly" that are not nouns. */
const ADVERBIAL = /(?<!^(?:ral|rep|supp|assemb|anoma|monopo|butterf|bul|bel))ly$/;

function classify(text: string, lexicon: Lexicon): WordProperties {
  let bare = text;
  let possessive = false;
  if (text.length > 2 && /['’]s$/i.test(text)) {
    bare = text.slice(0, -2);
    possessive = true;
  }
  const cased = lexicon.data.namesTakeCases ? CASED.exec(text)?.[1] : undefined;
  if (cased) {
    bare = cased;
    // A person to, of or from whom something is said is not the speaker, like a possessor.
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

/** Maximum length of a hyphen with the following conjunction, in characters. */
const MAX_JOINT_LENGTH = 20;

/** Maximum number of cached words: an article has some hundreds, each used many times. */
const MAX_CACHED_WORDS = 5000;

const readings = new WeakMap<Lexicon, Map<string, WordProperties>>();

function readingsOf(lexicon: Lexicon): (word: string) => WordProperties {
  const known = readings.get(lexicon) ?? new Map<string, WordProperties>();
  readings.set(lexicon, known);
  return (word) => {
    let reading = known.get(word);
    if (!reading) {
      if (known.size >= MAX_CACHED_WORDS) known.clear();
      reading = classify(word, lexicon);
      known.set(word, reading);
    }
    return reading;
  };
}

/** Creates every token with its properties in the same order, so that engines use one hidden class. */
function makeToken(
  kind: TokenKind,
  start: number,
  end: number,
  paragraph: number,
  { text, lower, classes, capital, possessive }: WordProperties = NOTHING,
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

/** Reads the words between two offsets without quotes. */
export function readWords(
  text: string,
  from: number,
  to: number,
  paragraph: number,
  lexicon: Lexicon,
  tokens: Token[],
): void {
  const read = readingsOf(lexicon);
  for (const { 0: raw, index } of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + index;
    const end = start + raw.length;
    const word = /^\p{L}/u.test(raw);
    const kind: TokenKind = word ? 'word' : /^\p{N}/u.test(raw) ? 'number' : 'mark';
    const previous = tokens[tokens.length - 1];
    if (raw === '.' && previous?.kind === 'word' && previous.end === start) {
      // The full stop of an abbreviation is part of its word.
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
    // "Wirtschafts- und Finanzminister": the hyphen replaces the shared ending.
    if (raw === '-' && previous?.kind === 'word' && previous.end === start && lexicon.code !== 'en') {
      const next = /^-\s(\p{Ll}+)\s/u.exec(text.slice(start, start + MAX_JOINT_LENGTH))?.[1];
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
      // "the mayor -- who left early -- said", "the mayor - who left": typed dashes.
      const dash =
        raw.startsWith('--') ||
        ((raw === '-' || raw === '−') && /^\s.\s/.test(text.slice(start - 1, start + 2)));
      const mark = dash ? '—' : raw;
      tokens.push(makeToken(kind, start, end, paragraph, { ...NOTHING, text: mark, lower: mark }));
    }
  }
}

const TERMINAL = /[.!?…]["'’”»)\]\s]*$/;

/** Whether a sentence ends after token `i`. */
function endsSentence(tokens: readonly Token[], i: number, text: string): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token) return false;
  if (!next || next.paragraph !== token.paragraph) return true;
  if (token.kind === 'mark') {
    if (token.text !== '.' && token.text !== '!' && token.text !== '?') return false;
    return next.kind !== 'word' || next.capital;
  }
  if (token.kind === 'word' && text.charAt(token.end - 1) === '.') {
    // "… in the U.S. The …": an abbreviation may end a sentence too, but a title or an initial may not.
    if (token.text.length === 1 || (token.classes & TITLE) !== 0) return false;
    // "No. 4", but "He said no. Reed nodded."
    if (token.lower === 'no' && !token.capital) return next.kind === 'word' && next.capital;
    return next.kind === 'word' && next.capital && (next.classes & (DET | PRONOUN | PREP)) !== 0;
  }
  if (token.kind !== 'quote') return false;
  const inner = text.slice(Math.max(token.start, token.end - 6), token.end);
  if (!TERMINAL.test(inner)) return false;
  if (next.kind === 'quote') return true;
  if (next.kind !== 'word' || !next.capital) return false;
  // A quoted question may be followed by its cue: “Why?” Reed asked.
  const asks = /[!?…]["'’”»)\]\s]*$/.test(inner);
  if (!asks) return true;
  for (let j = i + 1; j < i + 7; j++) {
    const ahead = tokens[j];
    if (!ahead || ahead.kind === 'mark' || ahead.kind === 'quote') return true;
    if ((ahead.classes & CUE) !== 0) return false;
    if ((ahead.classes & AUX) !== 0) return true;
  }
  return true;
}

const MAX_PARENTHESIS_TOKENS = 12;

/** Removes short asides in brackets ("(R-Texas)"), which often separate a name from its verb. */
function withoutAsides(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.text === '(' || token.text === '[') {
      const closing = token.text === '(' ? ')' : ']';
      let j = i + 1;
      while (j < tokens.length && j - i <= MAX_PARENTHESIS_TOKENS) {
        const inner = tokens[j];
        if (!inner || inner.text === closing || inner.kind === 'quote' || inner.paragraph !== token.paragraph)
          break;
        j++;
      }
      if (
        tokens[j]?.text === closing &&
        tokens[j]?.paragraph === token.paragraph &&
        j - i <= MAX_PARENTHESIS_TOKENS
      ) {
        i = j;
        continue;
      }
    }
    kept.push(token);
  }
  return kept;
}

/** Dana "Dee" Reed: a nickname is part of the surrounding name, not a quote. */
function isNickname(
  tokens: readonly Token[],
  i: number,
  spans: readonly QuotedSpan[],
  text: string,
): boolean {
  const quote = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const span = spans[quote?.span ?? -1];
  if (!quote || !span || !before?.capital || !after?.capital || before.end !== quote.start - 1) return false;
  if (after.start !== quote.end + 1 || span.end - span.start > 20) return false;
  return (
    /^\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*)?$/u.test(text.slice(span.start, span.end)) &&
    (before.classes & CLOSED) === 0
  );
}

/** Adds tags if the language has a tagger. */
function addTags(tokens: readonly Token[], { tagger }: Lexicon): void {
  if (!tagger) return;
  const { tags, nominal } = tagTokens(tokens, tagger);
  for (const [i, token] of tokens.entries()) {
    token.tag = tagger.tags[tags[i] ?? -1] ?? null;
    token.nominal = nominal[i] ?? 1;
  }
}

/** Splits a text into tokens, with one token per quoted span; sentences and paragraphs are numbered consecutively. */
export function readTokens(text: string, spans: readonly QuotedSpan[], lexicon: Lexicon): Token[] {
  const all: Token[] = [];
  let paragraph = 0;
  let at = 0;
  const readPlain = (to: number): void => {
    // Paragraph breaks inside a quote don't count: it is one token of the paragraph in which it begins.
    for (const piece of text.slice(at, to).matchAll(/\n+|[^\n]+/g)) {
      if (piece[0].startsWith('\n')) paragraph++;
      else readWords(text, at + piece.index, at + piece.index + piece[0].length, paragraph, lexicon, all);
    }
  };
  for (const [index, span] of spans.entries()) {
    readPlain(span.outerStart);
    all.push(makeToken('quote', span.outerStart, span.outerEnd, paragraph, undefined, index));
    at = span.outerEnd;
  }
  readPlain(text.length);
  const tokens = withoutAsides(
    all.filter((_, i) => all[i]?.kind !== 'quote' || !isNickname(all, i, spans, text)),
  );
  let sentence = 0;
  for (const [i, token] of tokens.entries()) {
    token.sentence = sentence;
    if (endsSentence(tokens, i, text)) sentence++;
  }
  addTags(tokens, lexicon);
  if (lexicon.code !== 'en') classifyByTag(tokens, lexicon);
  cleanClasses(tokens, lexicon.code === 'en', lexicon.nounCapitals);
  lexicon.data.adjustTokens?.(tokens, lexicon);
  return tokens;
}
