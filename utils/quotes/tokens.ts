import { REST_EVERY, type Steps } from '../article/in-slices.ts';
import {
  ABBREVIATION,
  ADVERB,
  AUX,
  CLOSED,
  CUE,
  DET,
  type Lexicon,
  PHRASE,
  POSSESSIVE,
  PREP,
  PRONOUN,
  TIME,
  TITLE,
} from './lexicon.ts';
import type { QuotedSpan } from './quotation-marks.ts';

export type TokenKind = 'word' | 'number' | 'mark' | 'quote';

/** One word, number or punctuation mark outside quotes, or one whole quote. Offsets are UTF-16 indices. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Without a possessive ending; the empty string for quotes. */
  text: string;
  lower: string;
  /** Word class bits of `lexicon.ts`, cleaned by context. */
  classes: number;
  capital: boolean;
  /** Ends in 's or s'. */
  possessive: boolean;
  /** Index of the quoted span for quotes, otherwise -1. */
  span: number;
  sentence: number;
  paragraph: number;
}

const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’&\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:[-‑]\p{L}+)*[\p{L}%]*|\.\.\.|…|-{2,3}|[^\s\p{L}\p{N}]/gu;
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

const PARENTHESIS_LIMIT = 12;

/** Ends as adverbs do, and is no noun that does. */
const ADVERBIAL = /(?<!^(?:ral|rep|supp|assemb|anoma|monopo|butterf|bul|bel))ly$/;

function classify(text: string, lexicon: Lexicon): Pick<Token, 'text' | 'lower' | 'classes' | 'possessive'> {
  let bare = text;
  let possessive = false;
  if (text.length > 2 && /['’]s$/i.test(text)) {
    bare = text.slice(0, -2);
    possessive = true;
  }
  const lower = bare.toLowerCase().replaceAll('’', "'");
  let classes = lexicon.classOf(lower);
  if (classes === 0 && lower.length > 4 && bare === lower && ADVERBIAL.test(lower)) classes = ADVERB;
  return { text: bare, lower, classes, possessive };
}

/** Reads the words between two offsets, with `from`–`to` free of quotes. */
function* readWords(
  text: string,
  from: number,
  to: number,
  paragraph: number,
  lexicon: Lexicon,
  tokens: Token[],
): Steps<void> {
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    if (tokens.length % REST_EVERY === 0) yield;
    const raw = match[0];
    const start = from + match.index;
    const code = raw.charCodeAt(0);
    const plain = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    const word = plain || (code > 127 && /^\p{L}/u.test(raw));
    const digit = (code >= 48 && code <= 57) || (code > 127 && /^\p{N}/u.test(raw));
    const kind: TokenKind = word ? 'word' : digit ? 'number' : 'mark';
    const previous = tokens[tokens.length - 1];
    if (raw === '.' && previous?.kind === 'word' && previous.end === start) {
      // The full stop of an abbreviation belongs to its word.
      const initial = previous.text.length === 1 && previous.capital && previous.lower !== 'i';
      const dotted = /^(?:\p{L}\.)+\p{L}$/u.test(previous.text);
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
    const base = { start, end: start + raw.length, kind, span: -1, sentence: 0, paragraph };
    const parts = word ? splitWord(raw, lexicon) : null;
    if (parts) {
      let from_ = start;
      for (const part of parts) {
        const capital = part.charAt(0) !== part.charAt(0).toLowerCase();
        tokens.push({
          ...base,
          start: from_,
          end: from_ + part.length,
          ...classify(part.replace(/['’-]$/, ''), lexicon),
          capital,
        });
        from_ += part.length;
      }
    } else if (word) {
      const first = raw.charAt(0);
      const capital = code < 128 ? code >= 65 && code <= 90 : first !== first.toLowerCase();
      tokens.push({ ...base, ...classify(raw, lexicon), capital });
    } else {
      // "the mayor -- who left early -- said", "the mayor - who left": how a dash is typed.
      const dash = raw.startsWith('--') || (raw === '-' && /^\s.\s/.test(text.slice(start - 1, start + 2)));
      const mark = dash ? '—' : raw;
      tokens.push({ ...base, text: mark, lower: mark, classes: 0, capital: false, possessive: false });
    }
  }
}

/** Drops short bracketed asides ("(R-Texas)"): they only stand between a name and its verb. */
function withoutAsides(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.text === '(' || token.text === '[') {
      const closing = token.text === '(' ? ')' : ']';
      let j = i + 1;
      while (j < tokens.length && j - i <= PARENTHESIS_LIMIT) {
        const inner = tokens[j];
        if (!inner || inner.text === closing || inner.kind === 'quote' || inner.paragraph !== token.paragraph)
          break;
        j++;
      }
      if (
        tokens[j]?.text === closing &&
        tokens[j]?.paragraph === token.paragraph &&
        j - i <= PARENTHESIS_LIMIT
      ) {
        i = j;
        continue;
      }
    }
    kept.push(token);
  }
  return kept;
}

/** Dana "Dee" Reed: a nickname is part of the name around it, no quote. */
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

const TERMINAL = /[.!?…]["'’”»)\]\s]*$/;

/** Does a sentence end after token `i`? */
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
    // "… in the U.S. The …": an abbreviation may end a sentence too, but not a title or an initial.
    if (token.text.length === 1 || (token.classes & TITLE) !== 0) return false;
    return next.kind === 'word' && next.capital && (next.classes & (DET | PRONOUN | PREP)) !== 0;
  }
  if (token.kind !== 'quote') return false;
  const inner = text.slice(Math.max(token.start, token.end - 6), token.end);
  if (!TERMINAL.test(inner)) return false;
  if (next.kind === 'quote') return true;
  if (next.kind !== 'word' || !next.capital) return false;
  // A quoted question may go on with its cue: “Why?” Reed asked.
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

const COUNT = /^(?:two|three|four|five|both|many|some|most|several|few)$/;

/** Past forms, which are never nouns. */
const PAST =
  /(?:ed|said|told|wrote|thought|felt|began|went|gave|made|spoke|found|saw|sought|meant|cried|sang|knew|read)$/;

/** Takes verb readings from words that are nouns here ("the report", "his claims"). */
function cleanClasses(tokens: readonly Token[], english: boolean): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (token?.kind !== 'word') continue;
    const opensSentence = !previous || previous.sentence !== token.sentence;
    if (
      token.capital &&
      !opensSentence &&
      previous.kind !== 'quote' &&
      !/^[–—-]$/.test(previous.text) &&
      (token.classes & (PRONOUN | TIME)) === 0
    ) {
      // A capital inside the sentence: a name, whatever the word means elsewhere.
      token.classes &= ~CLOSED;
    }
    // "Specifically, …": no name.
    if (
      opensSentence &&
      token.classes === 0 &&
      english &&
      /.{3}ly$/.test(token.lower) &&
      !/lly$/.test(token.lower)
    )
      token.classes = ADVERB;
    if ((token.classes & (CUE | PHRASE)) === 0 || !previous || opensSentence) continue;
    // Only forms that can be nouns lose their verb reading; "that" is rarely an article in front of one.
    if (PAST.test(token.lower) || previous.lower === 'that') continue;
    const ing = token.lower.endsWith('ing');
    // "the two write": behind a count a noun would stand in the plural.
    if (COUNT.test(previous.lower) && !token.lower.endsWith('s')) continue;
    const determined = (previous.classes & (DET | POSSESSIVE)) !== 0 || previous.possessive;
    if ((determined && !ing) || ((previous.classes & PREP) !== 0 && !ing)) token.classes &= ~(CUE | PHRASE);
  }
}

/** The text as tokens, each quoted span being one; sentences and paragraphs are numbered through. */
export function* readTokens(text: string, spans: readonly QuotedSpan[], lexicon: Lexicon): Steps<Token[]> {
  const all: Token[] = [];
  let paragraph = 0;
  let at = 0;
  const readPlain = function* (to: number): Steps<void> {
    // Paragraph breaks inside a quote don't count: it is one token of the paragraph it begins in.
    for (const piece of text.slice(at, to).matchAll(/\n+|[^\n]+/g)) {
      if (piece[0].startsWith('\n')) paragraph++;
      else
        yield* readWords(text, at + piece.index, at + piece.index + piece[0].length, paragraph, lexicon, all);
    }
  };
  for (const [index, span] of spans.entries()) {
    yield* readPlain(span.outerStart);
    all.push({
      kind: 'quote',
      start: span.outerStart,
      end: span.outerEnd,
      text: '',
      lower: '',
      classes: 0,
      capital: false,
      possessive: false,
      span: index,
      sentence: 0,
      paragraph,
    });
    at = span.outerEnd;
  }
  yield* readPlain(text.length);
  const tokens = withoutAsides(
    all.filter((_, i) => all[i]?.kind !== 'quote' || !isNickname(all, i, spans, text)),
  );
  let sentence = 0;
  for (const [i, token] of tokens.entries()) {
    if (i % REST_EVERY === 0) yield;
    token.sentence = sentence;
    if (endsSentence(tokens, i, text)) sentence++;
  }
  yield;
  cleanClasses(tokens, lexicon.code === 'en');
  yield;
  lexicon.data.adjustTokens?.(tokens, lexicon);
  return tokens;
}
