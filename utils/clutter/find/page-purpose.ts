import { documentOf, windowOf } from '../../page/dom-access.ts';
import { type Cue, cueBits } from '../phrases/phrase-book.ts';
import type { ClutterKind } from '../types.ts';
import { classifyTarget } from './link-targets.ts';
import { isPopup, type PageModel } from './page-counts.ts';
import { TAG } from './tags.ts';
import type { Feature } from './weights.ts';

/*
 * What is clutter elsewhere can be the purpose of a page, such as the form of a charity's appeal or the sign-up box of a
 * newsletter's own page. This is recognised by the headline, the URL or most of the text.
 */

/** A possible purpose of a page. */
interface Purpose {
  kinds: readonly ClutterKind[];
  /** Cues in the headline, as bits. */
  headline: number;
  /** Cues in the text, as bits. */
  text: number;
  /** The kind of URL. */
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
const SIGN_UP_CUES = [bits('ask'), bits('signUp')];

/** Minimum length of a line, in characters; shorter ones are headings and buttons. */
const MIN_LINE_LENGTH = 80;
/** Minimum number and share of lines about the purpose. */
const MIN_LINES = 2;
const MIN_SHARE = 0.4;
/** Maximum length of a page with a purpose, in characters; a longer text is an article about it, whatever its headline. */
const MAX_PAGE_LENGTH = 1500;

/**
 * Determines the kinds of clutter that are the purpose of the page.
 *
 * @param headline element number, or -1
 * @param body number of the element with most of the running text
 */
export function findPurpose(page: PageModel, headline: number, body: number): ReadonlySet<ClutterKind> {
  const { survey, evidence } = page;
  const target = targetOfPage(page);
  const counts = PURPOSES.map(() => 0);
  let lines = 0;
  let textLength = 0;
  let headlineCues = 0;
  survey.units.forEach(({ at, length, linked }, i) => {
    const cues = evidence.cues[i] ?? 0;
    if (at === headline) headlineCues |= cues;
    if (at < body || at >= (survey.ends[body] ?? 0) || length < MIN_LINE_LENGTH || linked > length / 2)
      return;
    lines += 1;
    textLength += length;
    if (cues !== 0)
      PURPOSES.forEach((purpose, p) => {
        if ((cues & purpose.text) !== 0) counts[p] = (counts[p] ?? 0) + 1;
      });
  });
  const found = PURPOSES.filter((purpose, p) => {
    const matchingLines = counts[p] ?? 0;
    if (purpose.target === target) return true;
    if (textLength > MAX_PAGE_LENGTH) return false;
    const isInText = matchingLines >= MIN_LINES && matchingLines >= lines * MIN_SHARE;
    const isSignUpHeadline =
      purpose.target === 'linkNewsletter' && SIGN_UP_CUES.every((cue) => (headlineCues & cue) !== 0);
    return isInText || isSignUpHeadline || (headlineCues & purpose.headline) !== 0;
  });
  return new Set(found.flatMap(({ kinds }) => kinds));
}

function targetOfPage({ survey }: PageModel): Feature | null {
  const top = survey.elements[0];
  const view = top === undefined ? null : windowOf(documentOf(top));
  return view === null ? null : classifyTarget(view.location.pathname);
}

const ASIDE_TAGS = TAG.aside | TAG.navigation | TAG.footer;

/** Whether a block is in the main column, neither beside nor over it. */
export function isInMainColumn(page: PageModel, block: number): boolean {
  const { survey } = page;
  for (let at = block; at >= 0; at = survey.parents[at] ?? -1) {
    if (((survey.tags[at] ?? 0) & ASIDE_TAGS) !== 0 || isPopup(page, at)) return false;
  }
  return true;
}
