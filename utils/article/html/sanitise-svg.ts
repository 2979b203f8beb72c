import DOMPurify, { type Config } from 'dompurify';

const CONFIG: Config = {
  USE_PROFILES: { svg: true, svgFilters: true },
  // Drawings are put together of parts that they define themselves; where `href` leads is seen to below.
  ADD_TAGS: ['use'],
  ADD_ATTR: ['href', 'xlink:href'],
  FORBID_TAGS: ['a'],
  IN_PLACE: true,
  NAMESPACE: 'http://www.w3.org/2000/svg',
};

/** A place in the same drawing, or a picture in pixels that it holds. */
const OWN = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

/** Something elsewhere that a style would load. */
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
 * Makes a drawing safe to keep. It is shown by `<img>` alone, where no script runs and nothing is loaded; but it may be
 * opened by itself, from an export or from the picture's menu.
 *
 * @param svg source of a picture, hostile ones included
 * @returns SVG without scripts, handlers, links, foreign content and addresses of other places, or null where it is no
 *   drawing
 */
export function sanitiseSvg(svg: string, parser = new DOMParser()): string | null {
  const document_ = parser.parseFromString(svg, 'image/svg+xml');
  const root = document_.documentElement;
  if (root.localName !== 'svg' || document_.querySelector('parsererror') !== null) return null;
  DOMPurify(window).sanitize(root, CONFIG);
  cutLoose(root);
  // Without what stood before the root: style sheets, and entities of a document type.
  return new XMLSerializer().serializeToString(root);
}
