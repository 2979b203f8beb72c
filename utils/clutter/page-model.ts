import { ATTACHED_CUES, BEGGING_CUES, type Evidence, gatherEvidence } from './evidence.ts';
import { countBetween } from './positions.ts';
import { type Survey, sumTexts, surveyTree } from './survey.ts';
import { type Signal, type Taboo, WEIGHTS } from './weights.ts';

/** A page as the rules see it. The sums run over texts, for `sumTexts`. */
export interface PageModel {
  survey: Survey;
  evidence: Evidence;
  characters: Float64Array;
  /** Characters of texts that have nothing of begging in them. */
  foreign: Float64Array;
  /** Those of them that are links. */
  foreignLinked: Float64Array;
  /** Characters of text in links and buttons. */
  linked: Float64Array;
  /** Texts that beg. */
  begging: Float64Array;
  /** The evidence that there is, with its weights. */
  weighed: readonly { signal: Signal; weight: number; places: readonly number[] }[];
}

/** Reads a page once. */
export function modelPage(root: Element, nameCache?: Map<string, number>): PageModel {
  const survey = surveyTree(root);
  const evidence = gatherEvidence(survey, nameCache);
  const { units } = survey;
  const sums = () => new Float64Array(units.length + 1);
  const characters = sums();
  const foreign = sums();
  const foreignLinked = sums();
  const linked = sums();
  const begging = sums();
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    const cues = evidence.cues[i] ?? 0;
    const isForeign = (cues & ATTACHED_CUES) === 0;
    characters[i + 1] = (characters[i] ?? 0) + unit.length;
    linked[i + 1] = (linked[i] ?? 0) + unit.linked;
    begging[i + 1] = (begging[i] ?? 0) + ((cues & BEGGING_CUES) === 0 ? 0 : 1);
    foreign[i + 1] = (foreign[i] ?? 0) + (isForeign ? unit.length : 0);
    foreignLinked[i + 1] = (foreignLinked[i] ?? 0) + (isForeign ? unit.linked : 0);
  }
  const weighed = (Object.keys(WEIGHTS) as Signal[]).flatMap((signal) => {
    const places = evidence.signals.get(signal);
    return places === undefined ? [] : [{ signal, weight: WEIGHTS[signal], places }];
  });
  return { survey, evidence, characters, foreign, foreignLinked, linked, begging, weighed };
}

/** How many pictures, players, frames and fields are in a subtree. */
export function countThings(page: PageModel, at: number): number {
  return countBetween(page.evidence.things, at, page.survey.ends[at] ?? at);
}

/** How often a piece of evidence stands in the subtree of an element. */
export function countSignal(page: PageModel, signal: Signal | Taboo, at: number): number {
  return countBetween(page.evidence.signals.get(signal), at, page.survey.ends[at] ?? at);
}

/** The evidence in a subtree, added up, and its strongest piece. */
export function weighBlock(page: PageModel, at: number): { score: number; strongest: Signal | null } {
  const end = page.survey.ends[at] ?? at;
  let score = isInsistent(page, at) ? WEIGHTS.insistent : 0;
  let best = score;
  let strongest: Signal | null = score > 0 ? 'insistent' : null;
  for (const { signal, weight, places } of page.weighed) {
    if (countBetween(places, at, end) === 0) continue;
    score += weight;
    if (weight > best) {
      best = weight;
      strongest = signal;
    }
  }
  return { score, strongest };
}

/** Several texts that beg, and hardly any that do not. */
function isInsistent(page: PageModel, at: number): boolean {
  const texts = sumTexts(page.survey, page.begging, at);
  return texts >= 2 && sumTexts(page.survey, page.foreign, at) <= charactersIn(page, at) * 0.5;
}

/** Characters of text in a subtree. */
export function charactersIn(page: PageModel, at: number): number {
  return sumTexts(page.survey, page.characters, at);
}
