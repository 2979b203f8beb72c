import type { ArticleModel } from './article-model.ts';
import { subjectBefore } from './cue-subjects.ts';
import type { Cue } from './cues.ts';
import {
  ADVERB,
  AUX,
  BODY,
  CUE,
  DOCUMENT,
  HE,
  OBJECT_PRONOUN,
  PERSON,
  PHRASE,
  PREP,
  RELATIVE,
  SHE,
  THEY,
  TITLE,
  VERB,
} from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { bucket, distance, linkQuote } from './quote-link.ts';
import { linkSubject, PAUSE, placeOf } from './subject-link.ts';

/** A possible speaker of one quote, with what speaks for it as named features. */
export interface Candidate {
  mention: number;
  /** Index of the cue it is tied to, or -1. */
  cue: number;
  features: string[];
}

/** Tokens looked at on each side of a quote; keeps time linear in the text. */
const REACH_BACK = 160;
const REACH_ON = 70;
const MENTIONS_BACK = 30;
const MENTIONS_ON = 12;
/** Mentions tied to one cue: nearest before it, first after it. */
const SUBJECTS_BEFORE = 7;
const SUBJECTS_AFTER = 3;

function kindOf(model: ArticleModel, mention: Mention): string {
  const head = model.tokens[mention.head];
  if (!head) return 'none';
  if (mention.kind === 'relative') return head.lower;
  if (mention.kind === 'pronoun') {
    if ((head.classes & (HE | SHE)) !== 0) return 'he';
    if ((head.classes & THEY) !== 0) return 'they';
    return head.lower === 'i' || head.lower === 'we' || head.lower === 'it' ? head.lower : 'one';
  }
  if (mention.possessive) return mention.kind === 'name' ? 'name-s' : 'noun-s';
  if (mention.kind === 'name') {
    if ((head.classes & BODY) !== 0) return 'body';
    if (mention.head - mention.nameFirst === 0 && model.tokens[mention.first]?.lower === 'the')
      return 'the-name';
    return 'name';
  }
  if ((head.classes & (PERSON | TITLE)) !== 0) return 'person';
  if ((head.classes & DOCUMENT) !== 0) return 'document';
  return 'noun';
}

/** What the quote looks like where it stands. */
export function shapeOf(model: ArticleModel, at: number): { shape: string; opens: string; ends: string } {
  const { tokens, text, spans } = model;
  const quote = tokens[at];
  const span = quote && spans[quote.span];
  if (!quote || !span) return { shape: 'none', opens: 'none', ends: 'none' };
  const before = tokens[at - 1];
  const first = text.slice(span.start, span.start + 4).match(/\p{L}/u)?.[0] ?? '';
  const capital = first !== '' && first !== first.toLowerCase();
  const opens =
    !before || before.paragraph !== quote.paragraph
      ? 'paragraph'
      : before.sentence !== quote.sentence
        ? 'sentence'
        : 'inside';
  const last = text
    .slice(Math.max(span.start, span.end - 3), span.end)
    .trimEnd()
    .slice(-1);
  const ends = last === ',' ? 'comma' : /[.!?…]/.test(last) ? 'stop' : /[—–-]/.test(last) ? 'dash' : 'none';
  return { shape: `${opens}${capital ? ' cap' : ''}`, opens, ends };
}

/** The last speaker, as the running text leaves it. */
export interface Previous {
  /** Token of the quote it spoke. */
  at: number;
  mention: number;
  cue: number;
}

interface Scene {
  shape: string;
  /** A cue with a plain subject right at the quote: strong ties elsewhere weigh less. */
  direct: string;
  /** What stands right before the quote. */
  lead: string;
  /** The subject of the nearest cue before the quote in its sentence, as an index into the mentions, or -1. */
  nearest: number;
}

function leadOf(model: ArticleModel, at: number): string {
  const quote = model.tokens[at];
  const before = model.tokens[at - 1];
  if (!quote || !before) return 'none';
  if (before.text === ':') return 'colon';
  if (before.sentence !== quote.sentence) return 'none';
  return before.kind === 'mark' ? (before.text === ',' ? 'comma' : 'mark') : before.kind;
}

function nearestSubject(model: ArticleModel, at: number): number {
  const cue = model.cues[(model.cueFrom[at] ?? 0) - 1];
  if (!cue || cue.sentence !== model.tokens[at]?.sentence || cue.kind === 'phrase') return -1;
  return subjectBefore(model, cue);
}

function describePair(model: ArticleModel, at: number, mention: Mention, cue: Cue, scene: Scene): string[] {
  const quote = linkQuote(model, cue, at);
  const link = linkSubject(model, mention, cue);
  const kind = kindOf(model, mention);
  const place = placeOf(model, mention);
  const head = model.tokens[cue.first]?.lower ?? '';
  const ing = cue.participle ? ' ing' : '';
  const from = Math.min(mention.first, cue.first);
  const near = from > at ? bucket(from - at - 1) : bucket(at - 1 - Math.max(mention.last, cue.last));
  const tie = `${link} ${quote.side}`;
  return [
    `${tie} kind=${kind}`,
    `${tie} place=${place}`,
    `${tie} lead=${scene.lead} cues=${quote.cues}`,
    `${tie} cue=${cue.kind}${ing} gap=${quote.gap}`,
    `${tie} between=${quote.cues}c${quote.quotes}q`,
    `${tie} near=${near}`,
    `${tie} direct=${scene.direct}`,
    `${link} place=${place}`,
    `${link} word=${head}`,
    `word=${head} ${quote.side === 'before' || quote.side === 'after' ? quote.side : 'away'}`,
  ];
}

/** What follows a mention: a verb after it makes it a subject. */
function nextOf(model: ArticleModel, mention: Mention): string {
  const { tokens } = model;
  let k = mention.last + 1;
  while (k < mention.last + 4 && ((tokens[k]?.classes ?? 0) & (ADVERB | AUX)) === ADVERB) k++;
  const token = tokens[k];
  if (!token || token.sentence !== mention.sentence) return 'end';
  if (token.kind === 'quote') return 'quote';
  if (token.kind === 'mark') return token.text === ',' ? 'comma' : token.text === ':' ? 'colon' : 'mark';
  if ((token.classes & CUE) !== 0) return 'cue';
  if ((token.classes & PHRASE) !== 0) return 'phrase';
  if ((token.classes & AUX) !== 0) return 'be';
  if ((token.classes & PREP) !== 0) return token.lower === 'of' ? 'of' : 'prep';
  if ((token.classes & RELATIVE) !== 0) return 'relative';
  if ((token.classes & VERB) !== 0 || (!token.capital && /[^s]s$|ed$/.test(token.lower))) return 'verb';
  return 'word';
}

function describeBare(
  model: ArticleModel,
  at: number,
  index: number,
  mention: Mention,
  scene: Scene,
): string[] {
  const { tokens } = model;
  const quote = tokens[at];
  const token = tokens[mention.head];
  if (!quote || !token) return [];
  const where = distance(mention.sentence, token.paragraph, quote.sentence, quote.paragraph);
  const side = mention.last < at ? 'before' : 'after';
  const away = where === 'same' ? side : where;
  const kind = kindOf(model, mention);
  const place = placeOf(model, mention);
  const at_ =
    mention.last < at ? (model.mentionFrom[at] ?? 0) - index : index - (model.mentionFrom[at] ?? 0) + 1;
  const rank = Math.min(6, at_);
  const next = nextOf(model, mention);
  return [
    `bare ${away} kind=${kind}`,
    `bare ${away} next=${next}`,
    `bare ${away} next=${next} place=${place}`,
    `bare ${away} lead=${scene.lead} next=${next}`,
    `bare ${away} lead=${scene.lead} place=${place}`,
    `bare kind=${kind} place=${place}`,
    `bare ${away} rank=${rank}`,
    `bare ${away} shape=${scene.shape}`,
    `bare ${away} direct=${scene.direct}`,
  ];
}

function describePrevious(model: ArticleModel, at: number, previous: Previous, scene: Scene): string[] {
  const { tokens, mentions } = model;
  const quote = tokens[at];
  const last = tokens[previous.at];
  const mention = mentions[previous.mention];
  const head = mention && tokens[mention.head];
  if (!quote || !last || !mention || !head) return [];
  const gap = distance(last.sentence, last.paragraph, quote.sentence, quote.paragraph);
  let subjects = 0;
  let words = 0;
  const from = Math.max(previous.at, mention.last) + 1;
  for (let k = Math.max(from, at - REACH_BACK); k < at; k++) if (tokens[k]?.kind === 'word') words++;
  for (let m = model.mentionFrom[from] ?? 0; m < (model.mentionFrom[at] ?? 0); m++) {
    const other = mentions[m];
    if (other && placeOf(model, other) === 'start') subjects++;
  }
  const between = `${bucket(words)}w${Math.min(2, subjects)}s`;
  const side = mention.last > previous.at ? 'after' : 'before';
  const where =
    head.sentence === quote.sentence ? 'here' : head.paragraph === quote.paragraph ? 'near' : 'far';
  return [
    `previous ${gap} shape=${scene.shape}`,
    `previous ${gap} direct=${scene.direct}`,
    `previous ${gap} own=${scene.nearest < 0 ? 'none' : scene.nearest === previous.mention} direct=${scene.direct}`,
    `previous ${gap} lead=${scene.lead}`,
    `previous ${gap} between=${between}`,
    `previous side=${side} where=${where} direct=${scene.direct}`,
    `previous ${gap} side=${side} cue=${previous.cue >= 0}`,
  ];
}

export function directness(model: ArticleModel, at: number): string {
  const { tokens, cues, cueFrom, mentions, mentionFrom } = model;
  const quote = tokens[at];
  if (!quote) return 'none';
  // After: “…,” X said / said X, with the clause starting at once.
  for (let c = cueFrom[at] ?? 0; c < cues.length; c++) {
    const cue = cues[c];
    if (!cue || cue.sentence !== quote.sentence || cue.first - at > 40) break;
    if (cue.kind === 'phrase') continue;
    let k = at + 1;
    while (k < at + 3 && PAUSE.test(tokens[k]?.text ?? '')) k++;
    while (k < cue.first && ((tokens[k]?.classes ?? 0) & (AUX | OBJECT_PRONOUN)) !== 0) k++;
    if (cue.first === k) return cue.participle ? 'after-ing' : 'after';
    const mention = mentions[mentionFrom[k] ?? 0];
    if (mention?.first === k) {
      const link = linkSubject(model, mention, cue);
      if (link === 'subject') return 'after';
      if (link === 'apposition' || link === 'relative') return 'after-far';
    }
    break;
  }
  for (let c = (cueFrom[at] ?? 0) - 1; c >= 0; c--) {
    const cue = cues[c];
    if (!cue || cue.sentence !== quote.sentence || at - cue.last > 40) break;
    if (cue.kind === 'phrase' && at - cue.last > 12) continue;
    const link = linkQuote(model, cue, at);
    if (link.quotes > 0) return 'before-quote';
    const near = at - cue.last <= 3 ? 'before' : 'before-far';
    return cue.kind === 'verb' ? near : `${near}-weak`;
  }
  const back = tokens[at - 1];
  if (back?.text === ':') return 'colon';
  return 'none';
}

/** Everybody who might have spoken the quote at span `span`, described. Deterministic, bounded per quote. */
export function findCandidates(model: ArticleModel, span: number, previous: Previous | null): Candidate[] {
  const { tokens, mentions, cues, mentionFrom, cueFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = tokens[at];
  if (!quote) return [];
  const { shape, ends } = shapeOf(model, at);
  const direct = directness(model, at);
  const nearest = nearestSubject(model, at);
  const scene: Scene = {
    shape: `${shape} ${ends}`,
    direct: nearest >= 0 && direct.startsWith('after') ? `both-${direct}` : direct,
    lead: leadOf(model, at),
    nearest,
  };
  const list: Candidate[] = [];
  const middle = mentionFrom[at] ?? 0;
  let low = middle;
  while (low > 0 && middle - low < MENTIONS_BACK) {
    const mention = mentions[low - 1];
    const token = mention && tokens[mention.head];
    if (!token || at - mention.last > REACH_BACK || quote.sentence - token.sentence > 6) break;
    low--;
  }
  let high = middle;
  while (high < mentions.length && high - middle < MENTIONS_ON) {
    const mention = mentions[high];
    const token = mention && tokens[mention.head];
    if (!token || mention.first - at > REACH_ON || token.sentence - quote.sentence > 1) break;
    high++;
  }
  const bare = new Map<number, Candidate>();
  for (let m = low; m < high; m++) {
    const mention = mentions[m];
    if (!mention) continue;
    const candidate = { mention: m, cue: -1, features: describeBare(model, at, m, mention, scene) };
    bare.set(m, candidate);
    list.push(candidate);
  }
  if (previous) {
    const features = describePrevious(model, at, previous, scene);
    const known = bare.get(previous.mention);
    if (known) known.features.push(...features);
    else list.push({ mention: previous.mention, cue: -1, features: ['previous only', ...features] });
  }
  const firstToken = mentions[low]?.first ?? at;
  for (let c = cueFrom[Math.min(firstToken, at)] ?? 0; c < cues.length; c++) {
    const cue = cues[c];
    if (!cue || cue.first - at > REACH_ON || cue.sentence - quote.sentence > 1) break;
    if (quote.sentence - cue.sentence > 2) continue;
    const edge = mentionFrom[cue.first] ?? 0;
    for (let m = Math.max(low, edge - SUBJECTS_BEFORE); m < Math.min(high, edge + SUBJECTS_AFTER); m++) {
      const mention = mentions[m];
      if (!mention || mention.sentence !== cue.sentence) continue;
      if (mention.first <= cue.last && mention.last >= cue.first) continue;
      list.push({ mention: m, cue: c, features: describePair(model, at, mention, cue, scene) });
    }
  }
  return list;
}
