import type { ArticleGuard } from './article-guard.ts';
import { nameBits } from './class-words.ts';
import { hasCue } from './evidence.ts';
import { charactersIn, type PageModel } from './page-model.ts';
import { runningSums, sumWithin } from './survey.ts';
import { TAG } from './tags.ts';
import type { Taboo } from './weights.ts';

/*
 * The one place that draws the line between clutter and what Offprint leaves alone.
 *
 * A box that asks for an address, a subscription or a gift and merely stands in or over a page whose text is all
 * there is clutter. What withholds text, or lets somebody in, is not: a payment or registration wall, a login, a
 * consent dialog, and whatever the reader writes in (comments, letters to the editor, searches). Nothing in such a
 * block is touched, and no block that holds one.
 */

const ZONE_NAMES = nameBits('wall', 'login', 'consent', 'comments');
/** A named zone with more text is no box: the name stands on the page's scaffolding. */
const NAMED_ZONE_LENGTH = 2500;
/** How far a sentence about a wall or about cookies reaches: its box, not the region of the page it stands in. */
const BOX_LENGTH = 700;
const BOX_LEVELS = 4;
/** A short link to the cookie rules or to the login is no dialog. */
const SENTENCE_LENGTH = 40;

/** Everything that is not to be touched, as running sums over elements. */
export function markOffLimits(page: PageModel, guard: ArticleGuard): Float64Array {
  const { survey, evidence } = page;
  const marks = new Uint8Array(survey.elements.length);
  const mark = (at: number): void => {
    marks.fill(1, at, survey.ends[at] ?? at + 1);
  };
  const holdsArticle = (at: number) => sumWithin(survey, guard.guarded, at) > 0;

  evidence.names.forEach((bits, at) => {
    if ((bits & ZONE_NAMES) === 0 || ((survey.tags[at] ?? 0) & (TAG.scaffold | TAG.inline)) !== 0) return;
    if (charactersIn(page, at) > 0 && !holdsArticle(at) && isZoneSized(page, at, bits)) mark(at);
  });
  for (const taboo of ['password', 'longField'] as const satisfies readonly Taboo[]) {
    for (const at of evidence.signals.get(taboo) ?? []) mark(findForm(page, at));
  }
  survey.units.forEach((unit, i) => {
    const cues = evidence.cues[i] ?? 0;
    if (!hasCue(cues, 'wall', 'login', 'consent') || unit.linked > unit.length * 0.8) return;
    if (!hasCue(cues, 'wall') && unit.length < SENTENCE_LENGTH) return;
    if (!holdsArticle(unit.at)) mark(findBox(page, unit.at, holdsArticle));
  });
  return runningSums(marks);
}

function isZoneSized(page: PageModel, at: number, bits: number): boolean {
  return (bits & nameBits('comments')) !== 0 || charactersIn(page, at) <= NAMED_ZONE_LENGTH;
}

/** The form of a field, or the nearest thing to one. */
function findForm(page: PageModel, field: number): number {
  const { survey } = page;
  for (let at = field; at > 0; at = survey.parents[at] ?? -1) {
    if (((survey.tags[at] ?? 0) & TAG.form) !== 0) return at;
  }
  return findBox(page, field, () => false);
}

function findBox(page: PageModel, inner: number, holdsArticle: (at: number) => boolean): number {
  const { survey } = page;
  let box = inner;
  for (let level = 0; level < BOX_LEVELS; level++) {
    const parent = survey.parents[box] ?? -1;
    if (parent <= 0 || ((survey.tags[parent] ?? 0) & TAG.scaffold) !== 0) break;
    if (charactersIn(page, parent) > BOX_LENGTH || holdsArticle(parent)) break;
    box = parent;
  }
  return box;
}
