import { foldText } from './fold-text.ts';
import { type Stretch, splitSentences } from './split-sentences.ts';

/** A sentence of the article that carries much of it; `text` is the article's own, letter for letter. */
export interface KeySentence extends Stretch {
  text: string;
}

interface Candidate extends Stretch {
  words: ReadonlySet<string>;
  /** 0 for the first paragraph. */
  paragraph: number;
  isFirst: boolean;
}

/** Sentences that stand by themselves are between these, in words. */
const SHORTEST = 8;
const LONGEST = 45;
/** Longer texts are judged by their first so many sentences: news puts what matters there, and time is short. */
const MOST = 240;

/**
 * What each sign adds. Centrality is the share of other sentences' words that a sentence has (as in LexRank, Erkan and
 * Radev 2004); the others are what editors do: the lead says it, and the headline names it.
 */
const WEIGHTS = {
  central: 1,
  headline: 0.9,
  lead: 0.7,
  opensParagraph: 0.12,
  leansOn: -0.6,
  quoteOnly: -0.45,
};

/** Openings that need the sentence before: pronouns and connectives, in the languages of the product. */
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
    if (found.length > MOST) break;
    at += block.length + 2;
    paragraph += 1;
  }
  return found.slice(0, MOST);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.sqrt(a.size * b.size);
}

/**
 * The sentences of an article that carry most of it, in their order. Chosen, not written: each is the article's own.
 *
 * @param text paragraphs parted by `\n\n`
 * @param title the headline, whose words count as what the article is about
 * @param count how many, at the most; fewer where the article is short, none under six sentences
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
    if (!isSpaceless && (length < SHORTEST || length > LONGEST)) return [];
    // Half a quotation, or a heading without an end, says nothing alone.
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
  // The best first, and none that says again what is chosen already.
  for (const { candidate } of scored.sort((a, b) => b.score - a.score)) {
    if (chosen.length === count) break;
    if (chosen.every((other) => overlap(other.words, candidate.words) < 0.5)) chosen.push(candidate);
  }
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
