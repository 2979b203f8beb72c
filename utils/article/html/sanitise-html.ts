import DOMPurify, { type Config } from 'dompurify';
import { tameHtml } from './tame-html.ts';

/** The elements of an article. Others are replaced by their content or, if active, removed with it. */
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
const GONE = 'script style template noscript svg math select textarea iframe object'.split(' ');

/** What `tameHtml` keeps, and the length in UTF-16 units from which it is needed. */
const KEPT = { tags: new Set(SAFE_TAGS), gone: new Set(GONE), attributes: SAFE_ATTRIBUTES };
const LARGE = 20_000;

const CONFIG: Config = {
  ALLOWED_TAGS: SAFE_TAGS,
  ALLOWED_ATTR: SAFE_ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // http(s), mail, and addresses without a scheme; `data:` is allowed for images only, below.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  FORBID_CONTENTS: GONE,
  KEEP_CONTENT: true,
};

const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;

const SETTLING_PASSES = 4;

type Purifier = ReturnType<typeof DOMPurify>;

/** Allowed ids of link targets in the article; see `note-links.ts`. Our own pages have no such ids. */
export const OUR_NAME = /^(?:page\d{1,3}-)*note-\d{1,5}$/;

function prepare(purifier: Purifier): Purifier {
  purifier.addHook('uponSanitizeAttribute', (node, data) => {
    if (data.attrName === 'id') data.keepAttr = OUR_NAME.test(data.attrValue);
    if (data.attrName !== 'src' && data.attrName !== 'href') return;
    const value = data.attrValue.replace(/[\p{Cc}\s]+/gu, '');
    if (!/^data:/i.test(value)) return;
    // DOMPurify allows any `data:` on images, but SVG can contain markup.
    if (node.nodeName !== 'IMG' || data.attrName !== 'src' || !DATA_IMAGE.test(value)) data.keepAttr = false;
  });
  return purifier;
}

let prepared: Purifier | null = null;

/** An instance of our own, so that hooks are not shared with others. */
function purifierOf(): Purifier {
  prepared ??= prepare(DOMPurify(window));
  return prepared;
}

/**
 * Makes HTML from a page safe to store and to show. Deterministic and idempotent. Needs a window, as content scripts and
 * extension pages have.
 *
 * @param html any HTML, possibly hostile
 * @returns HTML without scripts, handlers, styles, classes, forms and frames, and without names or ids except those of
 *   notes; links to `javascript:` and `data:` lose their target, images may keep `data:image` of pixel formats
 */
export function sanitiseHtml(html: string): string {
  let clean = purifierOf().sanitize(html.length > LARGE ? tameHtml(html, KEPT) : html, CONFIG);
  // Invalid nesting (a table in a paragraph) is changed by parsing, so the result is parsed until it is stable.
  for (let pass = 0; pass < SETTLING_PASSES; pass++) {
    const again = purifierOf().sanitize(clean, CONFIG);
    if (again === clean) break;
    clean = again;
  }
  return clean;
}
