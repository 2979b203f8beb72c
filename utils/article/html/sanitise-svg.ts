import DOMPurify, { type Config } from 'dompurify';

const CONFIG: Config = {
  USE_PROFILES: { svg: true, svgFilters: true },
  // Drawings reuse parts that they define; the targets of `href` are checked below.
  ADD_TAGS: ['use'],
  ADD_ATTR: ['href', 'xlink:href'],
  FORBID_TAGS: ['a'],
  IN_PLACE: true,
  NAMESPACE: 'http://www.w3.org/2000/svg',
};

/** A reference within the drawing, or an embedded bitmap. */
const OWN = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

/** External resources that a style would load. */
const LOADS = /@import|image-set|url\(\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

function cutLoose(root: Element): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.localName === 'style' && LOADS.test(element.textContent ?? '')) element.remove();
    for (const { name, value } of [...element.attributes]) {
      const leads = /^(?:xlink:)?href$/i.test(name) && !OWN.test(value);
      if (leads || LOADS.test(value)) element.removeAttribute(name);
    }
  }
}

/**
 * Makes an SVG image safe to store. It is shown only by `<img>`, without scripts and external resources, but may be opened
 * directly from an export or the image's menu.
 *
 * @param svg source, possibly hostile
 * @returns SVG without scripts, handlers, links, foreign content and external references, or null if it is no SVG
 */
export function sanitiseSvg(svg: string, parser = new DOMParser()): string | null {
  const document_ = parser.parseFromString(svg, 'image/svg+xml');
  const root = document_.documentElement;
  if (root.localName !== 'svg' || document_.querySelector('parsererror') !== null) return null;
  DOMPurify(window).sanitize(root, CONFIG);
  cutLoose(root);
  // Without what precedes the root: style sheets and entities of a document type.
  return new XMLSerializer().serializeToString(root);
}
