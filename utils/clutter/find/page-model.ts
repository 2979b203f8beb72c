import { runAtOnce, type Steps } from '../../page/in-slices.ts';
import { countBetween } from '../../text/positions.ts';
import { ATTACHED_CUES, BEGGING_CUES, gatherInSteps } from './evidence.ts';
import { charactersIn, type PageModel } from './page-counts.ts';
import { sumTexts, surveyInSteps } from './survey.ts';
import { type Feature, WEIGHTS } from './weights.ts';

/** Reads a page once. */
export const modelPage = (root: Element): PageModel => runAtOnce(modelInSteps(root));

/**
 * The same bit by bit, for large live pages.
 *
 * @throws PageChangedError where it rested and what it was reading is gone
 */
export function* modelInSteps(root: Element): Steps<PageModel> {
  const survey = yield* surveyInSteps(root);
  yield;
  const evidence = yield* gatherInSteps(survey);
  yield;
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
  const weighed = (Object.keys(WEIGHTS) as Feature[]).flatMap((feature) => {
    const places = evidence.features.get(feature);
    return places === undefined ? [] : [{ feature, weight: WEIGHTS[feature], places }];
  });
  return { survey, evidence, characters, foreign, foreignLinked, linked, begging, weighed };
}

/** The evidence in a subtree, added up, and its strongest piece. */
export function weighBlock(page: PageModel, at: number): { score: number; strongest: Feature | null } {
  const end = page.survey.ends[at] ?? at;
  let score = isInsistent(page, at) ? WEIGHTS.insistent : 0;
  let best = score;
  let strongest: Feature | null = score > 0 ? 'insistent' : null;
  for (const { feature, weight, places } of page.weighed) {
    if (countBetween(places, at, end) === 0) continue;
    score += weight;
    if (weight > best) {
      best = weight;
      strongest = feature;
    }
  }
  return { score, strongest };
}

/** Several texts that beg, and hardly any that do not. */
function isInsistent(page: PageModel, at: number): boolean {
  const texts = sumTexts(page.survey, page.begging, at);
  return texts >= 2 && sumTexts(page.survey, page.foreign, at) <= charactersIn(page, at) * 0.5;
}
