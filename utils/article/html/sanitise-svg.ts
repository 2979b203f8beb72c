import DOMPurify, { type Config } from 'dompurify';

const CONFIG: Config = {
  USE_PROFILES: { svg: true, svgFilters: true },
  // Allows drawings to reuse their own parts; the targets of `href` are checked below.
  ADD_TAGS: ['use'],
  ADD_ATTR: ['href', 'xlink:href'],
  FORBID_TAGS: ['a'],
  IN_PLACE: true,
  NAMESPACE: 'http://www.w3.org/2000/svg',
};

/** Matches a reference within the drawing, or an embedded raster image. */
const INTERNAL_REFERENCE = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

/** Matches external resources that a style would load. */
const EXTERNAL_RESOURCE =
  /@import|image-set|url\(\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;

function removeExternalReferences(root: Element): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.localName === 'style' && EXTERNAL_RESOURCE.test(element.textContent ?? '')) element.remove();
    for (const { name, value } of [...element.attributes]) {
      const isExternal = /^(?:xlink:)?href$/i.test(name) && !INTERNAL_REFERENCE.test(value);
      if (isExternal || EXTERNAL_RESOURCE.test(value)) element.removeAttribute(name);
    }
  }
}

/**
 * Makes an SVG image safe to store. We only show it in `<img>`, where scripts and external resources are disabled, but the
 * user can open it directly, from an export or the browser's context menu.
 *
 * @param svg the source, possibly hostile
 * @returns SVG without scripts, event handlers, links, foreign content and external references; null if it isn't SVG
 */
export function sanitiseSvg(svg: string, parser = new DOMParser()): string | null {
  const document_ = parser.parseFromString(svg, 'image/svg+xml');
  const root = document_.documentElement;
  if (root.localName !== 'svg' || document_.querySelector('parsererror') !== null) return null;
  DOMPurify(window).sanitize(root, CONFIG);
  removeExternalReferences(root);
  // Serialises only the root, without style sheets or a document type before it.
  return new XMLSerializer().serializeToString(root);
}
