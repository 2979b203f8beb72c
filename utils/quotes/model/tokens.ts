import type { QuotedSpan } from '../extract/quotation-marks.ts';
import { tagTokens } from '../tagging/tag-tokens.ts';
import {
  ABBREVIATION,
  ADVERB,
  AUX,
  CLOSED_CLASS,
  CONJ,
  CUE_VERB,
  DET,
  PREP,
  PRONOUN,
  TITLE,
} from './lexicon.ts';
import type { Token, TokenKind } from './token.ts';
import { classifyByTag, disambiguateClasses } from './token-classes.ts';
import type { Lexicon } from './types.ts';

/**
 * A word, with characters that join a following letter or digit ("l'État", "U.S", "AT&T", "co-op"); a number ("3,210",
 * "10:30", "46-year-old", "1990s", "5%"); an ellipsis; a typed dash of two or three hyphens; or one other character.
 */
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’&\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:[-‑]\p{L}+)*[\p{L}%]*|\.\.\.|-{2,3}|[^\s\p{L}\p{N}]/gu;

/** The properties of a word that do not depend on context. */
type WordProperties = Pick<Token, 'text' | 'lower' | 'classes' | 'isPossessive' | 'isCapitalised'>;

/** "al-Harbi", "ul-Haq": names despite their lower-case letter. */
const ARABIC_NAME = /^(?:a[dlnrstz]|ash|el|u[lr])-\p{Lu}\p{L}/u;

/** "Ankara'da", "Demir’in": a name with a case ending. */
const NAME_WITH_CASE_ENDING = /^(\p{Lu}[\p{L}-]*)['’]\p{Ll}{1,6}$/u;

const NO_PROPERTIES: WordProperties = {
  text: '',
  lower: '',
  classes: 0,
  isPossessive: false,
  isCapitalised: false,
};

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
const ADVERB_ENDING = /(?<!^(?:ral|rep|supp|assemb|anoma|monopo|butterf|bul|bel))ly$/;

function analyseWord(text: string, lexicon: Lexicon): WordProperties {
  let base = text;
  let isPossessive = false;
  if (text.length > 2 && /['’]s$/i.test(text)) {
    base = text.slice(0, -2);
    isPossessive = true;
  }
  const nameStem = lexicon.data.hasApostropheCases ? NAME_WITH_CASE_ENDING.exec(text)?.[1] : undefined;
  if (nameStem) {
    base = nameStem;
    // A person to, of or from whom something is said is not the speaker, like a possessor.
    isPossessive = true;
  }
  const lower = base.toLowerCase().replaceAll('’', "'");
  let classes = lexicon.classesOf(lower);
  if (classes === 0 && lower.length > 4 && base === lower && ADVERB_ENDING.test(lower)) classes = ADVERB;
  const first = text.charAt(0);
  return {
    text: base,
    lower,
    classes,
    isPossessive,
    isCapitalised: first !== first.toLowerCase() || ARABIC_NAME.test(base),
  };
}

/** Maximum length of a hyphen with the following conjunction, in characters. */
const MAX_CONJUNCTION_LENGTH = 20;

/** Maximum number of cached words: an article has some hundreds, each used many times. */
const MAX_CACHED_WORDS = 5000;

const propertyCaches = new WeakMap<Lexicon, Map<string, WordProperties>>();

function cachedAnalyser(lexicon: Lexicon): (word: string) => WordProperties {
  const cache = propertyCaches.get(lexicon) ?? new Map<string, WordProperties>();
  propertyCaches.set(lexicon, cache);
  return (word) => {
    let properties = cache.get(word);
    if (!properties) {
      if (cache.size >= MAX_CACHED_WORDS) cache.clear();
      properties = analyseWord(word, lexicon);
      cache.set(word, properties);
    }
    return properties;
  };
}

/** Creates every token with its properties in the same order, so that engines use one hidden class. */
function makeToken(
  kind: TokenKind,
  start: number,
  end: number,
  paragraph: number,
  { text, lower, classes, isCapitalised, isPossessive }: WordProperties = NO_PROPERTIES,
  span = -1,
): Token {
  return {
    kind,
    start,
    end,
    text,
    lower,
    classes,
    isCapitalised,
    isPossessive,
    span,
    sentence: 0,
    paragraph,
    tag: null,
    nominal: 1,
  };
}

/** Reads the words between two offsets without quotes. */
export function tokeniseRange(
  text: string,
  from: number,
  to: number,
  paragraph: number,
  lexicon: Lexicon,
  tokens: Token[],
): void {
  const analyse = cachedAnalyser(lexicon);
  for (const { 0: raw, index } of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + index;
    const end = start + raw.length;
    const isWord = /^\p{L}/u.test(raw);
    const kind: TokenKind = isWord ? 'word' : /^\p{N}/u.test(raw) ? 'number' : 'mark';
    const previous = tokens[tokens.length - 1];
    if (raw === '.' && previous?.kind === 'word' && previous.end === start) {
      // The full stop of an abbreviation is part of its word.
      const isInitial = previous.text.length === 1 && previous.isCapitalised && previous.lower !== 'i';
      const isDotted = previous.text.includes('.') && /^(?:\p{L}\.)+\p{L}$/u.test(previous.text);
      if (isInitial || isDotted || (previous.classes & ABBREVIATION) !== 0) {
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
      previous.isPossessive = true;
      previous.end = start + 1;
      continue;
    }
    // "Wirtschafts- und Finanzminister": the hyphen replaces the shared ending.
    if (raw === '-' && previous?.kind === 'word' && previous.end === start && lexicon.code !== 'en') {
      const next = /^-\s(\p{Ll}+)\s/u.exec(text.slice(start, start + MAX_CONJUNCTION_LENGTH))?.[1];
      if (next && (lexicon.classesOf(next) & CONJ) !== 0) {
        Object.assign(previous, { end, text: `${previous.text}-`, lower: `${previous.lower}-`, classes: 0 });
        continue;
      }
    }
    const parts = isWord ? splitWord(raw, lexicon) : null;
    if (parts) {
      let partStart = start;
      for (const part of parts) {
        const properties = analyse(part.replace(/['’-]$/, ''));
        tokens.push(makeToken(kind, partStart, partStart + part.length, paragraph, properties));
        partStart += part.length;
      }
    } else if (isWord) {
      tokens.push(makeToken(kind, start, end, paragraph, analyse(raw)));
    } else {
      // "the mayor -- who left early -- said", "the mayor - who left": typed dashes.
      const isDash =
        raw.startsWith('--') ||
        ((raw === '-' || raw === '−') && /^\s.\s/.test(text.slice(start - 1, start + 2)));
      const mark = isDash ? '—' : raw;
      tokens.push(makeToken(kind, start, end, paragraph, { ...NO_PROPERTIES, text: mark, lower: mark }));
    }
  }
}

const SENTENCE_END = /[.!?…]["'’”»)\]\s]*$/;

/** Whether a sentence ends after token `i`. */
function endsSentence(tokens: readonly Token[], i: number, text: string): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token) return false;
  if (!next || next.paragraph !== token.paragraph) return true;
  if (token.kind === 'mark') {
    if (token.text !== '.' && token.text !== '!' && token.text !== '?') return false;
    return next.kind !== 'word' || next.isCapitalised;
  }
  if (token.kind === 'word' && text.charAt(token.end - 1) === '.') {
    // "… in the U.S. The …": an abbreviation may end a sentence too, but a title or an initial may not.
    if (token.text.length === 1 || (token.classes & TITLE) !== 0) return false;
    // "No. 4", but "He said no. Reed nodded."
    if (token.lower === 'no' && !token.isCapitalised) return next.kind === 'word' && next.isCapitalised;
    return next.kind === 'word' && next.isCapitalised && (next.classes & (DET | PRONOUN | PREP)) !== 0;
  }
  if (token.kind !== 'quote') return false;
  const inner = text.slice(Math.max(token.start, token.end - 6), token.end);
  if (!SENTENCE_END.test(inner)) return false;
  if (next.kind === 'quote') return true;
  if (next.kind !== 'word' || !next.isCapitalised) return false;
  // A quoted question may be followed by its cue: “Why?” Reed asked.
  const isQuestion = /[!?…]["'’”»)\]\s]*$/.test(inner);
  if (!isQuestion) return true;
  for (let j = i + 1; j < i + 7; j++) {
    const ahead = tokens[j];
    if (!ahead || ahead.kind === 'mark' || ahead.kind === 'quote') return true;
    if ((ahead.classes & CUE_VERB) !== 0) return false;
    if ((ahead.classes & AUX) !== 0) return true;
  }
  return true;
}

const MAX_PARENTHESIS_TOKENS = 12;

/** Removes short asides in brackets ("(R-Texas)"), which often separate a name from its verb. */
function removeAsides(tokens: Token[]): Token[] {
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
  if (!quote || !span || !before?.isCapitalised || !after?.isCapitalised || before.end !== quote.start - 1)
    return false;
  if (after.start !== quote.end + 1 || span.end - span.start > 20) return false;
  return (
    /^\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*)?$/u.test(text.slice(span.start, span.end)) &&
    (before.classes & CLOSED_CLASS) === 0
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
export function tokenise(text: string, spans: readonly QuotedSpan[], lexicon: Lexicon): Token[] {
  const allTokens: Token[] = [];
  let paragraph = 0;
  let at = 0;
  const tokeniseTo = (to: number): void => {
    // Paragraph breaks inside a quote don't count: it is one token of the paragraph in which it begins.
    for (const piece of text.slice(at, to).matchAll(/\n+|[^\n]+/g)) {
      if (piece[0].startsWith('\n')) paragraph++;
      else
        tokeniseRange(
          text,
          at + piece.index,
          at + piece.index + piece[0].length,
          paragraph,
          lexicon,
          allTokens,
        );
    }
  };
  for (const [index, span] of spans.entries()) {
    tokeniseTo(span.outerStart);
    allTokens.push(makeToken('quote', span.outerStart, span.outerEnd, paragraph, undefined, index));
    at = span.outerEnd;
  }
  tokeniseTo(text.length);
  const tokens = removeAsides(
    allTokens.filter((_, i) => allTokens[i]?.kind !== 'quote' || !isNickname(allTokens, i, spans, text)),
  );
  let sentence = 0;
  for (const [i, token] of tokens.entries()) {
    token.sentence = sentence;
    if (endsSentence(tokens, i, text)) sentence++;
  }
  addTags(tokens, lexicon);
  if (lexicon.code !== 'en') classifyByTag(tokens, lexicon);
  disambiguateClasses(tokens, lexicon.code === 'en', lexicon.capitalisesNouns);
  lexicon.data.adjustTokens?.(tokens, lexicon);
  return tokens;
}
