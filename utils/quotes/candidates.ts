import type { ArticleModel } from './article-model.ts';
import {
  describeBare,
  describePair,
  describePrevious,
  type Previous,
  REACH_BACK,
} from './candidate-features.ts';
import { findPlainSpeaker } from './plain-speaker.ts';
import { directness, leadOf, nearestSubject, type Scene, shapeOf } from './quote-scene.ts';

/** A possible speaker of one quote, with what speaks for it as named features. */
export interface Candidate {
  mention: number;
  /** What speaks for the mention itself, where it stands. */
  features: string[];
  /** Its ties to cues; the best of them counts most. */
  ties: { cue: number; features: string[] }[];
  /** Plain grammar at the quote names this mention. */
  plain: boolean;
}

const REACH_ON = 70;
const MENTIONS_BACK = 30;
const MENTIONS_ON = 12;
/** Mentions tied to one cue: nearest before it, first after it. */
const SUBJECTS_BEFORE = 7;
const SUBJECTS_AFTER = 3;

/** Everybody who might have spoken the quote at span `span`, described. Deterministic, bounded per quote. */
export function findCandidates(model: ArticleModel, span: number, previous: Previous | null): Candidate[] {
  const { tokens, mentions, cues, mentionFrom, cueFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = tokens[at];
  if (!quote) return [];
  const { shape, ends } = shapeOf(model, at);
  const direct = directness(model, at);
  const nearest = nearestSubject(model, at);
  const plain = findPlainSpeaker(model, at);
  const scene: Scene = {
    shape: `${shape} ${ends}`,
    direct: nearest >= 0 && direct.startsWith('after') ? `both-${direct}` : direct,
    lead: leadOf(model, at),
    nearest,
    plain,
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
  const byMention = new Map<number, Candidate>();
  for (let m = low; m < high; m++) {
    const mention = mentions[m];
    if (!mention) continue;
    const candidate = {
      mention: m,
      features: describeBare(model, at, m, mention, scene),
      ties: [],
      plain: plain.mention === m,
    };
    byMention.set(m, candidate);
    list.push(candidate);
  }
  if (previous) {
    const features = describePrevious(model, at, previous, scene);
    const known = byMention.get(previous.mention);
    if (known) known.features.push(...features);
    else
      list.push({
        mention: previous.mention,
        features: ['previous only', ...features],
        ties: [],
        plain: false,
      });
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
      byMention.get(m)?.ties.push({ cue: c, features: describePair(model, at, mention, cue, scene) });
    }
  }
  return list;
}
