/**
 * Drawings (SVG) on their way out. As a picture in a page a drawing runs and loads nothing, but opened alone from a
 * folder it is a document like any other: so it goes out without scripts, links, styles that load, and other documents.
 */
import DOMPurify, { type Config } from 'dompurify';

const SVG = 'http://www.w3.org/2000/svg';

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { svg: true, svgFilters: true },
  // Animations can set what is cleaned here; `style` elements can load.
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

/** Bytes; a drawing of more is no drawing of an article's. */
const MAX_SVG_BYTES = 4_000_000;

const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;
const REFERENCE = /^(?:href|xlink:href)$/i;
/** What a style may load with, or hide that it does (CSS Images 4, CSS Syntax 4.3.7); `url(#…)` stays in the drawing. */
const LOADING = /\\|@|\/\/|(?:image|set|src|fade|paint|element)\s*\(|url\(\s*(?!['"]?#)/i;

/**
 * @param source any text
 * @returns a drawing as well-formed XML, or null where it is none
 */
export function cleanSvg(source: string): string | null {
  const start = source.search(/<svg[\s>]/i);
  if (start === -1) return null;
  const markup = source.slice(start).replace(NOT_XML, '');
  const purifier = DOMPurify(window);
  purifier.addHook('uponSanitizeAttribute', (_, data) => {
    if (REFERENCE.test(data.attrName)) data.keepAttr = data.attrValue.startsWith('#');
    else if (!/^xmlns/i.test(data.attrName) && LOADING.test(data.attrValue)) data.keepAttr = false;
  });
  // Read as HTML, which knows the names of SVG in any case as DOMPurify does; written as XML.
  const drawing = purifier.sanitize(markup, CONFIG).firstElementChild;
  if (drawing?.localName !== 'svg' || drawing.namespaceURI !== SVG) return null;
  return new XMLSerializer().serializeToString(drawing);
}

/** The same of a stored picture. */
export async function cleanDrawing(picture: Blob): Promise<Blob | null> {
  if (picture.size > MAX_SVG_BYTES) return null;
  const clean = cleanSvg(new TextDecoder().decode(await picture.arrayBuffer()));
  return clean === null ? null : new Blob([clean], { type: 'image/svg+xml' });
}
