import { NOTE_ID, SAFE_ATTRIBUTES, SAFE_TAGS } from './sanitise-html.ts';

/** Matches a safe tag as browsers serialise it: in lower case, with attributes in double quotes. */
const SAFE_TAG = new RegExp(
  `<(?:/(?:${SAFE_TAGS.join('|')})|(?:${SAFE_TAGS.join('|')})((?: (?:${SAFE_ATTRIBUTES.join('|')})="[^"]*")*))>`,
  'y',
);

/** Matches attributes whose values must be checked. */
const CHECKED_ATTRIBUTES = / (id|href|src|cite)="([^"]*)"/g;

const SAFE_LINK = /^(?:https?:\/\/|mailto:|#)/i;
const SAFE_SOURCE = /^(?:https?:\/\/|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;

function isSafeAttribute(name: string, value: string): boolean {
  if (name === 'id') return NOTE_ID.test(value);
  return (name === 'src' ? SAFE_SOURCE : SAFE_LINK).test(value);
}

function areSafeAttributes(attributes: string): boolean {
  for (const [, name, value] of attributes.matchAll(CHECKED_ATTRIBUTES))
    if (!isSafeAttribute(name ?? '', value ?? '')) return false;
  return true;
}

/**
 * Whether HTML contains only tags and attributes that `sanitiseHtml` allows, as serialised by a browser. Needs no DOM and
 * takes a hundredth of the time of sanitising. Returns false if in doubt.
 */
export function isSanitised(html: string): boolean {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', SAFE_TAG.lastIndex)) {
    SAFE_TAG.lastIndex = at;
    const found = SAFE_TAG.exec(html);
    if (found === null) return false;
    const [, attributes] = found;
    if (attributes && !areSafeAttributes(attributes)) return false;
  }
  return true;
}
