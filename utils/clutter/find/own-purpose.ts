import { documentOf, viewOf } from '../../page/dom-access.ts';
import { nameOf, readAttribute } from '../../page/element-access.ts';
import { type Cue, cueBits } from '../phrases/phrase-book.ts';
import type { ClutterKind } from '../types.ts';
import { readTarget } from './link-targets.ts';
import { nameBits } from './name-cues.ts';
import type { PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';
import type { Feature } from './weights.ts';

/*
 * A page may exist for what is clutter elsewhere: a charity's appeal has its form, a newsletter's own page its sign-up
 * box. Its headline, address or most of its text shows that.
 */

/** A possible purpose of a page. */
interface Purpose {
  kinds: readonly ClutterKind[];
  /** In the headline. */
  headline: number;
  /** In the text. */
  text: number;
  target: Feature;
}

const bits = (...cues: Cue[]): number => cueBits(...cues);

const PURPOSES: readonly Purpose[] = [
  {
    kinds: ['newsletter-form', 'newsletter-promo'],
    headline: bits('newsletter'),
    text: bits('newsletter', 'inbox'),
    target: 'linkNewsletter',
  },
  { kinds: ['donate-nag'], headline: bits('donate'), text: bits('donate', 'gift'), target: 'linkDonate' },
  {
    kinds: ['subscribe-nag'],
    headline: bits('subscribe'),
    text: bits('subscribe', 'offer'),
    target: 'linkSubscribe',
  },
  { kinds: ['app-promo'], headline: bits('app'), text: bits('app'), target: 'linkApp' },
];

/** "Sign up for …" as a headline of a newsletter's own page. */
const CALLS = [bits('ask'), bits('signUp')];

/** Minimum length of a line, in characters; shorter ones are headings and buttons. */
const LINE = 80;
/** Minimum number and share of lines about the purpose. */
const MIN_LINES = 2;
const MIN_SHARE = 0.4;
/** Maximum length of such a page, in characters; a longer text is an article about the subject, whatever its headline. */
const MAX_PAGE_LENGTH = 1500;

/**
 * Determines the purpose of the page itself.
 *
 * @param headline element number, or -1
 * @param body number of the element with most of the running text
 */
export function findPurpose(page: PageModel, headline: number, body: number): ReadonlySet<ClutterKind> {
  const { survey, evidence } = page;
  const target = targetOfPage(page);
  const counts = PURPOSES.map(() => 0);
  let lines = 0;
  let text = 0;
  let heading = 0;
  survey.units.forEach(({ at, length, linked }, i) => {
    const cues = evidence.cues[i] ?? 0;
    if (at === headline) heading |= cues;
    if (at < body || at >= (survey.ends[body] ?? 0) || length < LINE || linked > length / 2) return;
    lines += 1;
    text += length;
    if (cues !== 0)
      PURPOSES.forEach((purpose, p) => {
        if ((cues & purpose.text) !== 0) counts[p] = (counts[p] ?? 0) + 1;
      });
  });
  const found = PURPOSES.filter((purpose, p) => {
    const about = counts[p] ?? 0;
    if (purpose.target === target) return true;
    if (text > MAX_PAGE_LENGTH) return false;
    const isText = about >= MIN_LINES && about >= lines * MIN_SHARE;
    const isCall = purpose.target === 'linkNewsletter' && CALLS.every((cue) => (heading & cue) !== 0);
    return isText || isCall || (heading & purpose.headline) !== 0;
  });
  return new Set(found.flatMap(({ kinds }) => kinds));
}

function targetOfPage({ survey }: PageModel): Feature | null {
  const top = survey.elements[0];
  const view = top === undefined ? null : viewOf(documentOf(top));
  return view === null ? null : readTarget(view.location.pathname);
}

const BESIDE = TAG.aside | TAG.navigation | TAG.footer;
const LAID_OVER = nameBits('overlay');

/** Whether a block is in the main column, neither beside nor over it. */
export function isInColumn({ survey, evidence }: PageModel, block: number): boolean {
  for (let at = block; at >= 0; at = survey.parents[at] ?? -1) {
    const tag = survey.tags[at] ?? 0;
    const element = survey.elements[at];
    if ((tag & BESIDE) !== 0 || (element !== undefined && isDialog(element))) return false;
    if ((tag & TAG.scaffold) === 0 && ((evidence.names[at] ?? 0) & LAID_OVER) !== 0) return false;
  }
  return true;
}

function isDialog(element: Element): boolean {
  return nameOf(element) === 'dialog' || readAttribute(element, 'role') === 'dialog';
}
