import { foldText } from './fold-text.ts';
import { splitSentences, type TextRange } from './segment-text.ts';

/** A sentence that sums up much of the article; `text` is verbatim. */
interface KeySentence extends TextRange {
  text: string;
}

interface Candidate extends TextRange {
  words: ReadonlySet<string>;
  /** 0 for the first paragraph. */
  paragraph: number;
  isFirst: boolean;
}

/** Minimum and maximum length, in words, of a sentence that can be understood by itself. */
const MIN_WORDS = 8;
const MAX_WORDS = 45;
/** Maximum number of sentences examined, for speed; news puts the important ones first. */
const MAX_SENTENCES = 240;

/**
 * The weight of each feature. Centrality is the share of other sentences' words that a sentence contains (as in LexRank,
 * Erkan and Radev 2004). The other features reflect how news is written: the lead and the headline name the main point.
 */
const WEIGHTS = {
  central: 1,
  headline: 0.9,
  lead: 0.7,
  opensParagraph: 0.12,
  leansOn: -0.6,
  quoteOnly: -0.45,
};

/** Pronouns and connectives at the beginning of a sentence, which refer to the sentence before. */
const LEANS_ON =
  /^(?:(?:he|she|it|they|this|that|these|those|but|and|or|so|yet|however|meanwhile|still|also|instead|then|er|sie|es|dies\w*|aber|und|doch|il|elle|ils|elles|mais|et|cela|él|ella|ellos|pero|y|lui|lei|loro|ma|e|ele|ela|eles|mas|on|ona|oni|ale|i|jednak|він|вона|вони|це|але|та|однак|проте)(?![\p{L}\p{N}]))/iu;

function contentWords(text: string): Set<string> {
  return new Set(
    (foldText(text).match(/[\p{L}\p{N}]{4,}|[\p{Script=Han}]/gu) ?? []).map((word) => word.slice(0, 7)),
  );
}

function readCandidates(text: string, lang: string | null): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  let paragraph = 0;
  for (const block of text.split('\n\n')) {
    splitSentences(block, lang).forEach(({ start, end }, index) => {
      const words = contentWords(block.slice(start, end));
      found.push({ start: at + start, end: at + end, words, paragraph, isFirst: index === 0 });
    });
    if (found.length > MAX_SENTENCES) break;
    at += block.length + 2;
    paragraph += 1;
  }
  return found.slice(0, MAX_SENTENCES);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.sqrt(a.size * b.size);
}

/**
 * Extracts the most important sentences of an article, in the article's order and verbatim.
 *
 * @param text paragraphs separated by `\n\n`
 * @param title the headline, whose words show what the article is about
 * @param count maximum number; fewer if the article is short, none below six sentences
 */
export function chooseKeySentences(
  text: string,
  title: string,
  lang: string | null,
  count = 3,
): KeySentence[] {
  const all = readCandidates(text, lang);
  if (all.length < 6) return [];
  const about = contentWords(title);
  const frequency = new Map<string, number>();
  for (const { words } of all) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const scored = all.flatMap((candidate) => {
    const sentence = text.slice(candidate.start, candidate.end);
    const length = sentence.split(/\s+/u).length;
    const isSpaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(sentence);
    if (!isSpaceless && (length < MIN_WORDS || length > MAX_WORDS)) return [];
    // Part of a quotation, or a heading without a full stop, can't be understood alone.
    if (/[?:]["”’»]?$/u.test(sentence) || !/[.!。！…]["”’»)]?$/u.test(sentence)) return [];
    let shared = 0;
    for (const word of candidate.words) shared += ((frequency.get(word) ?? 1) - 1) / all.length;
    const central = shared / Math.sqrt(candidate.words.size + 1);
    const score =
      WEIGHTS.central * central +
      WEIGHTS.headline * overlap(candidate.words, about) +
      WEIGHTS.lead / (1 + candidate.paragraph) +
      (candidate.isFirst ? WEIGHTS.opensParagraph : 0) +
      (LEANS_ON.test(sentence) ? WEIGHTS.leansOn : 0) +
      (/^[“"„«]/u.test(sentence) ? WEIGHTS.quoteOnly : 0);
    return [{ candidate, score }];
  });
  const chosen: Candidate[] = [];
  // Best first; sentences similar to one already chosen are skipped.
  for (const { candidate } of scored.sort((a, b) => b.score - a.score)) {
    if (chosen.length === count) break;
    if (chosen.every((other) => overlap(other.words, candidate.words) < 0.5)) chosen.push(candidate);
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

/** Minimum share of common words for a match. */
const MIN_MATCH = 0.34;

/** Content words, cut to their stems because a summary may use other endings than its source. */
function stems(text: string): Set<string> {
  const words = foldText(text).match(/[\p{L}\p{N}]{4,}|\p{N}+|[\p{Script=Han}]/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

/** A sentence of the article, verbatim. */
interface FoundSentence extends TextRange {
  text: string;
}

/**
 * For each of some sentences, such as those of a summary, finds the sentence of the article that shares most words.
 *
 * @param written the sentences to find
 * @param text the article's text, paragraphs separated by `\n\n`
 * @returns a result for each, in order; null if no sentence has a third of its words
 */
export function findNearestSentences(
  written: readonly string[],
  text: string,
  lang: string | null,
): (FoundSentence | null)[] {
  const all: (FoundSentence & { stems: Set<string> })[] = [];
  let at = 0;
  for (const block of text.split('\n\n')) {
    for (const { start, end } of splitSentences(block, lang)) {
      const sentence = block.slice(start, end);
      all.push({ start: at + start, end: at + end, text: sentence, stems: stems(sentence) });
    }
    at += block.length + 2;
  }
  return written.map((sentence) => {
    const wanted = stems(sentence);
    let best: FoundSentence | null = null;
    let bestScore = 0;
    for (const { stems: own, ...candidate } of all) {
      let shared = 0;
      for (const stem of wanted) if (own.has(stem)) shared += 1;
      const share = shared / Math.max(1, wanted.size);
      // Of two sentences with equal shares, prefer the shorter one.
      const score = share + shared / Math.max(1, own.size) / 10;
      if (share >= MIN_MATCH && score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  });
}
