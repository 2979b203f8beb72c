import { ATTACHED_CUES, BEGGING_CUES, type Evidence, gatherEvidence } from './evidence.ts';
import { countBetween } from './positions.ts';
import { runningSums, type Survey, sumWithin, surveyTree } from './survey.ts';
import { TAG } from './tags.ts';
import { type Signal, type Taboo, WEIGHTS } from './weights.ts';

/** A page as the rules see it. */
export interface PageModel {
  survey: Survey;
  evidence: Evidence;
  /** Positions in `survey.units` by element. */
  unitOf: Map<number, number>;
  /** Running sums over elements, for `sumWithin`. */
  characters: Float64Array;
  /** Characters of texts that have nothing of begging in them. */
  foreign: Float64Array;
  /** Those of them that are links. */
  foreignLinked: Float64Array;
  /** Characters of text in links and buttons. */
  linked: Float64Array;
  /** Texts that beg. */
  begging: Float64Array;
  /** Pictures, players, frames, fields. */
  things: Float64Array;
}

/** Reads a page once. */
export function modelPage(root: Element, nameCache?: Map<string, number>): PageModel {
  const survey = surveyTree(root);
  const evidence = gatherEvidence(survey, nameCache);
  const size = survey.elements.length;
  const characters = new Float64Array(size);
  const foreign = new Float64Array(size);
  const foreignLinked = new Float64Array(size);
  const things = new Float64Array(size);
  const begging = new Float64Array(size);
  const linked = new Float64Array(size);
  const unitOf = new Map<number, number>();
  survey.units.forEach((unit, i) => {
    unitOf.set(unit.at, i);
    characters[unit.at] = unit.length;
    linked[unit.at] = unit.linked;
    const cues = evidence.cues[i] ?? 0;
    if ((cues & BEGGING_CUES) !== 0) begging[unit.at] = 1;
    if ((cues & ATTACHED_CUES) !== 0) return;
    foreign[unit.at] = unit.length;
    foreignLinked[unit.at] = unit.linked;
  });
  survey.tags.forEach((tag, at) => {
    if ((tag & (TAG.frame | TAG.picture | TAG.control)) !== 0 && (tag & TAG.button) === 0) things[at] = 1;
  });
  return {
    survey,
    evidence,
    unitOf,
    characters: runningSums(characters),
    foreign: runningSums(foreign),
    foreignLinked: runningSums(foreignLinked),
    linked: runningSums(linked),
    begging: runningSums(begging),
    things: runningSums(things),
  };
}

/** How often a piece of evidence stands in the subtree of an element. */
export function countSignal(page: PageModel, signal: Signal | Taboo, at: number): number {
  return countBetween(page.evidence.signals.get(signal), at, page.survey.ends[at] ?? at);
}

/** The evidence in a subtree, added up, and its strongest piece. */
export function weighBlock(page: PageModel, at: number): { score: number; strongest: Signal | null } {
  let score = 0;
  let best = 0;
  let strongest: Signal | null = null;
  for (const signal of Object.keys(WEIGHTS) as Signal[]) {
    if (signal === 'insistent' ? !isInsistent(page, at) : countSignal(page, signal, at) === 0) continue;
    const weight = WEIGHTS[signal];
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
  const texts = sumWithin(page.survey, page.begging, at);
  return texts >= 2 && sumWithin(page.survey, page.foreign, at) <= charactersIn(page, at) * 0.5;
}

/** Whether an element lies in the subtree of another (or is it). */
export function isWithin(survey: Survey, inner: number, outer: number): boolean {
  return inner >= outer && inner < (survey.ends[outer] ?? outer);
}

/** Characters of text in a subtree. */
export function charactersIn(page: PageModel, at: number): number {
  return sumWithin(page.survey, page.characters, at);
}
