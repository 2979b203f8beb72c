import type { ClutterFinding, ClutterKind, ClutterReason } from '../types.ts';
import { countFeature, isPopup, type PageModel } from './page-counts.ts';
import { scoreBlock } from './page-model.ts';
import { CLUTTER_THRESHOLD, type Feature } from './weights.ts';

/** The reason shown to the user for each feature. */
const REASONS: Record<Feature, ClutterReason> = {
  emailField: 'asksEmail',
  lonelyField: 'asksEmail',
  signUpTarget: 'signUpForm',
  nameNewsletter: 'offersNewsletter',
  nameSubscribe: 'asksSubscribe',
  nameDonate: 'asksDonation',
  nameApp: 'offersApp',
  namePush: 'asksNotifications',
  nameOverlay: 'coversPage',
  nameTag: 'offersNewsletter',
  newsletter: 'offersNewsletter',
  ask: 'asksSignUp',
  signUp: 'asksSignUp',
  inbox: 'offersNewsletter',
  subscribe: 'asksSubscribe',
  offer: 'asksSubscribe',
  donate: 'asksDonation',
  gift: 'asksDonation',
  memberTip: 'asksSignUp',
  blockerPlea: 'asksDonation',
  app: 'offersApp',
  push: 'asksNotifications',
  linkNewsletter: 'offersNewsletter',
  linkSubscribe: 'asksSubscribe',
  linkDonate: 'asksDonation',
  linkApp: 'offersApp',
  own: 'asksSignUp',
  request: 'asksSignUp',
  call: 'asksSignUp',
  button: 'asksSignUp',
  pitch: 'asksSubscribe',
  channels: 'asksSignUp',
};

/** Describes a promotional block for the user. */
export function describeFinding(page: PageModel, at: number, score: number): ClutterFinding {
  const element = page.survey.elements[at];
  if (element === undefined) throw new RangeError(`No element ${at}`);
  const { strongest } = scoreBlock(page, at);
  return {
    element,
    kind: chooseKind(page, at),
    reason: strongest === null ? 'asksSignUp' : REASONS[strongest],
    score,
  };
}

/** Whether a block, or one of its first two descendants, is a pop-up. */
function containsPopup(page: PageModel, block: number): boolean {
  const end = Math.min(block + 3, page.survey.ends[block] ?? block);
  for (let at = block; at < end; at++) if (isPopup(page, at)) return true;
  return false;
}

/** Determines the kind of a promotional block. */
export function chooseKind(page: PageModel, at: number): ClutterKind {
  const has = (...features: readonly Feature[]) =>
    features.some((feature) => countFeature(page, feature, at) > 0);
  const asksForEmail = has('emailField', 'signUpTarget');
  if (has('push', 'namePush') && !asksForEmail) return 'push-prompt';
  if (containsPopup(page, at)) return 'overlay';
  const isDonation =
    has('donate', 'nameDonate', 'blockerPlea') && !has('newsletter', 'nameNewsletter', 'inbox');
  if (asksForEmail && !(isDonation && !has('signUpTarget'))) return 'newsletter-form';
  if (isDonation) return 'donate-nag';
  if (has('app', 'nameApp', 'linkApp') && !has('newsletter', 'subscribe')) return 'app-promo';
  if (has('newsletter', 'nameNewsletter', 'linkNewsletter', 'inbox')) return 'newsletter-promo';
  if (has('linkDonate') && !has('subscribe')) return 'donate-nag';
  return 'subscribe-nag';
}

/** Describes a block of a kind that is off by default. */
export function describeExtra(
  page: PageModel,
  at: number,
  kind: ClutterKind,
  reason: ClutterReason,
): ClutterFinding {
  const element = page.survey.elements[at];
  if (element === undefined) throw new RangeError(`No element ${at}`);
  return { element, kind, reason, score: CLUTTER_THRESHOLD };
}
