/**
 * Sanitises drawings (SVG) for exports. As an image in a page, a drawing can't run scripts or load anything, but a file
 * opened alone is a document: therefore scripts, links, external styles, and other documents are removed.
 */
import DOMPurify, { type Config } from 'dompurify';
import { INVALID_IN_XML } from '../markup.ts';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

const SANITISER_CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { svg: true, svgFilters: true },
  // Animations can change attributes after sanitising; `style` elements can load.
  FORBID_TAGS: [
    'a',
    'style',
    'image',
    'animate',
    'animatemotion',
    'animatetransform',
    'set',
    'foreignobject',
    'feimage',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** Maximum size in bytes; a larger drawing is not one of an article. */
const MAX_SVG_BYTES = 4_000_000;

const REFERENCE_ATTRIBUTE = /^(?:href|xlink:href)$/i;
/**
 * CSS that may load something, or conceals that it does (CSS Images 4, CSS Syntax 4.3.7); `url(#…)` is a local
 * reference.
 */
const LOADING_CSS = /\\|@|\/\/|(?:image|set|src|fade|paint|element)\s*\(|url\(\s*(?!['"]?#)/i;

/**
 * Sanitises a drawing.
 *
 * @param source any text
 * @returns well-formed XML, or null if it is not a drawing
 */
export function sanitiseSvg(source: string): string | null {
  const start = source.search(/<svg[\s>]/i);
  if (start === -1) return null;
  const markup = source.slice(start).replace(INVALID_IN_XML, '');
  const purifier = DOMPurify(window);
  purifier.addHook('uponSanitizeAttribute', (_, data) => {
    if (REFERENCE_ATTRIBUTE.test(data.attrName)) data.keepAttr = data.attrValue.startsWith('#');
    else if (!/^xmlns/i.test(data.attrName) && LOADING_CSS.test(data.attrValue)) data.keepAttr = false;
  });
  // Parsed as HTML, which normalises the case of SVG names as DOMPurify does; written as XML.
  const svg = purifier.sanitize(markup, SANITISER_CONFIG).firstElementChild;
  if (svg?.localName !== 'svg' || svg.namespaceURI !== SVG_NAMESPACE) return null;
  return new XMLSerializer().serializeToString(svg);
}

/** Sanitises a stored drawing. */
export async function sanitiseSvgBlob(image: Blob): Promise<Blob | null> {
  if (image.size > MAX_SVG_BYTES) return null;
  const sanitised = sanitiseSvg(new TextDecoder().decode(await image.arrayBuffer()));
  return sanitised === null ? null : new Blob([sanitised], { type: 'image/svg+xml' });
}
