import { agreementFeatures, labelFeatures, seenWord, type Taggable } from './tag-features.ts';
import { addFeatures, WordScores } from './tag-scores.ts';
import type { Tagger } from './tagger.ts';
import { agrees, isNominal, NO_AGREEMENT } from './tags.ts';

/** What the tagger says of each token. */
export interface Tagging {
  /** Indices into `tagger.tags`. */
  tags: Uint16Array;
  /** The probability that the token is a noun, a name or a pronoun. */
  nominal: Float32Array;
}

function bestOf(scores: Float32Array): number {
  let best = 0;
  for (let n = 1; n < scores.length; n++) if ((scores[n] ?? 0) > (scores[best] ?? 0)) best = n;
  return best;
}

/** How far the best noun, name or pronoun scores above the best of the rest. */
function nominalLead(scores: Float32Array, nominals: readonly boolean[]): number {
  let yes = Number.NEGATIVE_INFINITY;
  let no = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < scores.length; n++) {
    const score = scores[n] ?? 0;
    if (nominals[n]) {
      if (score > yes) yes = score;
    } else if (score > no) no = score;
  }
  return yes - no;
}

/** What marks and numbers are, without a look at the weights; null for words. */
export function fixedLabel({ kind }: Pick<Taggable, 'kind'>): 'PUNCT' | 'NUM' | null {
  if (kind === 'word') return null;
  return kind === 'number' ? 'NUM' : 'PUNCT';
}

/**
 * Part of speech, gender, number, person and case of every token. Greedy, left to right, two averaged perceptrons one
 * after the other (Collins 2002); linear in the text.
 *
 * @param tokens with the word classes that the word lists give, before any rule has changed them
 */
export function tagTokens(tokens: readonly Taggable[], tagger: Tagger): Tagging {
  const tags = new Uint16Array(tokens.length);
  const nominal = new Float32Array(tokens.length);
  const known = new WordScores(tagger, tokens);
  const nominals = tagger.words.map(isNominal);
  const { slope, bias } = tagger.nominal;
  const labels: string[] = [];
  /** The label of a word in the sentence of token `i`. */
  const labelAt = (at: number, i: number): string =>
    tokens[at]?.sentence === tokens[i]?.sentence ? (labels[at] ?? '') : '';

  const scores = new Float32Array(tagger.words.length);
  for (const [i, token] of tokens.entries()) {
    const fixed = fixedLabel(token);
    if (fixed === null) {
      scores.fill(0);
      known.add(scores, i, 'words');
      const history = labelFeatures(seenWord(token), labelAt(i - 1, i), labelAt(i - 2, i));
      addFeatures(scores, tagger.rows, tagger.wordHistory, history);
      nominal[i] = 1 / (1 + Math.exp(-(slope * nominalLead(scores, nominals) + bias)));
    }
    const best = fixed === null ? bestOf(scores) : Math.max(0, tagger.words.indexOf(fixed));
    labels.push(tagger.words[best] ?? '');
    tags[i] = best * tagger.agreements.length;
  }

  const none = Math.max(0, tagger.agreements.indexOf(NO_AGREEMENT));
  const sums = new Float32Array(tagger.agreements.length);
  let before = NO_AGREEMENT;
  for (const [i, token] of tokens.entries()) {
    const label = labels[i] ?? '';
    let best = none;
    if (agrees(label)) {
      if (tokens[i - 1]?.sentence !== token.sentence) before = NO_AGREEMENT;
      sums.fill(0);
      known.add(sums, i, 'agreements');
      const beside = [labelAt(i - 1, i), labelAt(i + 1, i)] as const;
      const history = agreementFeatures(seenWord(token), label, beside[0], before, beside[1]);
      addFeatures(sums, tagger.rows, tagger.agreementHistory, history);
      best = bestOf(sums);
    }
    before = tagger.agreements[best] ?? NO_AGREEMENT;
    tags[i] = (tags[i] ?? 0) + best;
  }
  return { tags, nominal };
}
