import type { Cue } from '../model/cue.ts';
import { AUX, COMPLEMENTISER, CUE, DET, PHRASE, PREP, VERB } from '../model/lexicon.ts';
import { PAUSE } from '../model/subject-link.ts';
import type { ArticleModel } from '../model/types.ts';

/** Where a cue stands, seen from a quote. */
export interface QuoteLink {
  /** `before`/`after` in the quote's sentence, else how many sentences away, paragraphs told apart. */
  side: string;
  /** What stands at the quote, on the side of the cue. */
  edge: string;
  /** Other cues and quotes between, capped at 3. */
  cues: number;
  quotes: number;
}

/** How many sentences and paragraphs lie between a place and a quote. */
export function distance(
  fromSentence: number,
  fromParagraph: number,
  sentence: number,
  paragraph: number,
): string {
  if (fromSentence === sentence) return 'same';
  const away = Math.min(3, Math.abs(sentence - fromSentence));
  const where = fromParagraph === paragraph ? '' : Math.abs(paragraph - fromParagraph) === 1 ? 'p' : 'pp';
  return `${fromSentence < sentence ? 'prev' : 'next'}${away}${where}`;
}

function edgeClass(model: ArticleModel, index: number): string {
  const token = model.tokens[index];
  if (!token) return 'none';
  if (token.kind === 'mark') return PAUSE.test(token.text) ? 'comma' : token.text === ':' ? 'colon' : 'mark';
  if (token.kind === 'quote') return 'quote';
  if ((token.classes & COMPLEMENTISER) !== 0)
    return (token.classes & AUX) !== 0 ? 'be' : token.lower === 'that' ? 'that' : 'comp';
  if ((token.classes & PREP) !== 0) return 'prep';
  if ((token.classes & DET) !== 0) return 'det';
  if ((token.classes & (CUE | PHRASE)) !== 0) return 'cue';
  if ((token.classes & (VERB | AUX)) !== 0) return 'verb';
  return 'word';
}

/** The tie of a cue to the quote at token `at`. */
export function linkQuote(model: ArticleModel, cue: Cue, at: number): QuoteLink {
  const { tokens } = model;
  const quote = tokens[at];
  const cueToken = tokens[cue.first];
  if (!quote || !cueToken) return { side: 'none', edge: 'none', cues: 0, quotes: 0 };
  const before = cue.last < at;
  const [from, to] = before ? [cue.last + 1, at - 1] : [at + 1, cue.first - 1];
  let cues = 0;
  let quotes = 0;
  for (let k = from; k <= to && cues + quotes < 6; k++) {
    const token = tokens[k];
    if (!token) continue;
    if (token.kind === 'quote') quotes++;
    else if ((token.classes & CUE) !== 0) cues++;
  }
  cues = Math.min(cues, 3);
  quotes = Math.min(quotes, 3);
  if (cue.sentence !== quote.sentence) {
    const side = distance(cue.sentence, cueToken.paragraph, quote.sentence, quote.paragraph);
    const colon = before && tokens[at - 1]?.text === ':' ? 'colon' : 'none';
    return { side, edge: colon, cues, quotes };
  }
  if (before) return { side: 'before', edge: edgeClass(model, at - 1), cues, quotes };
  return { side: 'after', edge: edgeClass(model, at + 1), cues, quotes };
}
