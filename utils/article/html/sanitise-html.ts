import DOMPurify, { type Config } from 'dompurify';
import { simplifyPathologicalHtml } from './simplify-html.ts';

/** Allowed elements. Others are unwrapped or, if they are in `DROPPED_TAGS`, removed with their content. */
export const SAFE_TAGS = (
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code kbd samp var table caption thead tbody tfoot tr th td ' +
  'figure figcaption img a em strong b i s u del ins sub sup mark q cite abbr time small dfn ruby rt rp rb bdi bdo ' +
  'br hr wbr div span section'
).split(' ');
export const SAFE_ATTRIBUTES =
  'id href src alt title lang dir colspan rowspan scope start reversed value datetime cite width height'.split(
    ' ',
  );

/** Elements removed with their content. */
const DROPPED_TAGS = 'script style template noscript svg math select textarea iframe object'.split(' ');

/** Allow-list for `simplifyPathologicalHtml`. */
const TAG_POLICY = { tags: new Set(SAFE_TAGS), dropped: new Set(DROPPED_TAGS), attributes: SAFE_ATTRIBUTES };
/** HTML above this length (UTF-16 code units) is pre-processed by `simplifyPathologicalHtml`. */
const PREPROCESS_MIN_LENGTH = 20_000;

const CONFIG: Config = {
  ALLOWED_TAGS: SAFE_TAGS,
  ALLOWED_ATTR: SAFE_ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // http(s), mailto and relative URLs. `data:` is allowed only for images, see `prepare`.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  FORBID_CONTENTS: DROPPED_TAGS,
  KEEP_CONTENT: true,
};

const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;

const MAX_PASSES = 4;

type Purifier = ReturnType<typeof DOMPurify>;

/** Matches the allowed ids, which are those of link targets (see `note-links.ts`). No element of our own pages has such an id. */
export const NOTE_ID = /^(?:page\d{1,3}-)*note-\d{1,5}$/;

function addHooks(purifier: Purifier): Purifier {
  purifier.addHook('uponSanitizeAttribute', (node, data) => {
    if (data.attrName === 'id') data.keepAttr = NOTE_ID.test(data.attrValue);
    if (data.attrName !== 'src' && data.attrName !== 'href') return;
    const value = data.attrValue.replace(/[\p{Cc}\s]+/gu, '');
    if (!/^data:/i.test(value)) return;
    // DOMPurify allows any `data:` on images, but SVG can contain markup.
    if (node.nodeName !== 'IMG' || data.attrName !== 'src' || !DATA_IMAGE.test(value)) data.keepAttr = false;
  });
  return purifier;
}

let instance: Purifier | null = null;

/** Returns a separate DOMPurify instance, because hooks apply to a whole instance. */
function getPurifier(): Purifier {
  instance ??= addHooks(DOMPurify(window));
  return instance;
}

/**
 * Makes HTML from a page safe to store and to show. Deterministic and idempotent. Requires a DOM, so it can't run in a service
 * worker.
 *
 * @param html any HTML, possibly hostile
 * @returns HTML without scripts, event handlers, styles, classes, forms, frames, `name` attributes, and ids except those of
 *   notes. `javascript:` and `data:` links lose their `href`; images can keep `data:` URLs of raster formats
 */
export function sanitiseHtml(html: string): string {
  let clean = getPurifier().sanitize(
    html.length > PREPROCESS_MIN_LENGTH ? simplifyPathologicalHtml(html, TAG_POLICY) : html,
    CONFIG,
  );
  // The parser rearranges invalid nesting (a table in a paragraph), so the result is sanitised again until it is stable.
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const sanitisedAgain = getPurifier().sanitize(clean, CONFIG);
    if (sanitisedAgain === clean) break;
    clean = sanitisedAgain;
  }
  return clean;
}
