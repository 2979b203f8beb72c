/** Validates lists of hidden items received from content scripts, which run in the page's process. */
import * as v from 'valibot';
import { COUNT_LIMITS, LINE_LIMITS } from '../text/limits.ts';
import { count, line } from '../text/line-schemas.ts';
import type { ClutterKind, ClutterReason, HiddenItem } from './types.ts';

const KINDS = [
  'newsletter-form',
  'newsletter-promo',
  'subscribe-nag',
  'app-promo',
  'donate-nag',
  'overlay',
  'push-prompt',
  'social-follow',
  'share-bar',
  'related-links',
  'comments',
  'ad-slot',
  'page-note',
] as const satisfies readonly ClutterKind[];

const REASONS = [
  'asksEmail',
  'signUpForm',
  'offersNewsletter',
  'asksSubscribe',
  'asksDonation',
  'offersApp',
  'asksNotifications',
  'coversPage',
  'asksSignUp',
  'asksFollow',
  'advertisement',
  'readerComments',
  'shareButtons',
  'linksElsewhere',
  'pageNote',
  'yourRule',
] as const satisfies readonly ClutterReason[];

const HiddenItemSchema = v.object({
  id: count(Number.MAX_SAFE_INTEGER),
  kind: v.picklist(KINDS),
  reason: v.picklist(REASONS),
  text: line(LINE_LIMITS.hiddenText),
  hidden: v.boolean(),
  copies: v.exactOptional(count(COUNT_LIMITS.hidden)),
  gaveUp: v.exactOptional(v.literal(true)),
  wasClosed: v.exactOptional(v.literal(true)),
  holdsPage: v.exactOptional(v.literal(true)),
  rule: v.exactOptional(line(LINE_LIMITS.tag)),
}) satisfies v.GenericSchema<unknown, HiddenItem>;

export const HiddenItemsSchema = v.pipe(
  v.array(HiddenItemSchema),
  v.transform((items) => items.slice(0, COUNT_LIMITS.hidden)),
);
