import { foldText } from './fold-text.ts';
import { splitSentences, type TextRange } from './segment-text.ts';

/** A sentence of the article, verbatim. */
interface Sentence extends TextRange {
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
 * The weight of each feature. Centrality measures how many words a sentence shares with the others (similar to LexRank,
 * Erkan and Radev 2004). The other features reflect how news is written: the headline and the lead state the main point.
 */
const WEIGHTS = {
  central: 1,
  headline: 0.9,
  lead: 0.7,
  opensParagraph: 0.12,
  refersBack: -0.6,
  opensWithQuote: -0.45,
};

/** Pronouns and connectives at the beginning of a sentence, which refer to the previous sentence. */
const BACK_REFERENCE =
  /^(?:(?:he|she|it|they|this|that|these|those|but|and|or|so|yet|however|meanwhile|still|also|instead|then|er|sie|es|dies\w*|aber|und|doch|il|elle|ils|elles|mais|et|cela|él|ella|ellos|pero|y|lui|lei|loro|ma|e|ele|ela|eles|mas|on|ona|oni|ale|i|jednak|він|вона|вони|це|але|та|однак|проте)(?![\p{L}\p{N}]))/iu;

function contentWords(text: string): Set<string> {
  return new Set(
    (foldText(text).match(/[\p{L}\p{N}]{4,}|[\p{Script=Han}]/gu) ?? []).map((word) => word.slice(0, 7)),
  );
}

function collectCandidates(text: string, lang: string | null): Candidate[] {
  const candidates: Candidate[] = [];
  let offset = 0;
  let paragraph = 0;
  for (const block of text.split('\n\n')) {
    splitSentences(block, lang).forEach(({ start, end }, index) => {
      const words = contentWords(block.slice(start, end));
      candidates.push({ start: offset + start, end: offset + end, words, paragraph, isFirst: index === 0 });
    });
    if (candidates.length > MAX_SENTENCES) break;
    offset += block.length + 2;
    paragraph += 1;
  }
  return candidates.slice(0, MAX_SENTENCES);
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
 * @param lang BCP 47 tag of the text's language, or null
 * @param count maximum number of sentences
 * @returns fewer sentences if the article is short; none if it has less than six
 */
export function chooseKeySentences(text: string, title: string, lang: string | null, count = 3): Sentence[] {
  const candidates = collectCandidates(text, lang);
  if (candidates.length < 6) return [];
  const titleWords = contentWords(title);
  const sentenceCounts = new Map<string, number>();
  for (const { words } of candidates)
    for (const word of words) sentenceCounts.set(word, (sentenceCounts.get(word) ?? 0) + 1);
  const scored = candidates.flatMap((candidate) => {
    const sentence = text.slice(candidate.start, candidate.end);
    const length = sentence.split(/\s+/u).length;
    const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(sentence);
    if (!isUnspaced && (length < MIN_WORDS || length > MAX_WORDS)) return [];
    // Questions and parts of quotations can't be understood alone, and headings have no full stop.
    if (/[?:]["”’»]?$/u.test(sentence) || !/[.!。！…]["”’»)]?$/u.test(sentence)) return [];
    let shared = 0;
    for (const word of candidate.words) shared += ((sentenceCounts.get(word) ?? 1) - 1) / candidates.length;
    const centrality = shared / Math.sqrt(candidate.words.size + 1);
    const score =
      WEIGHTS.central * centrality +
      WEIGHTS.headline * overlap(candidate.words, titleWords) +
      WEIGHTS.lead / (1 + candidate.paragraph) +
      (candidate.isFirst ? WEIGHTS.opensParagraph : 0) +
      (BACK_REFERENCE.test(sentence) ? WEIGHTS.refersBack : 0) +
      (/^[“"„«]/u.test(sentence) ? WEIGHTS.opensWithQuote : 0);
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
