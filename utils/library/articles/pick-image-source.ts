import { parseSrcset } from '../../article/metadata/parse-srcset.ts';

/** Wide enough for any reading column on a dense screen; more would only fill the disk. In CSS pixels times density. */
const WIDE_ENOUGH = 1600;

/** Attributes in which lazy loaders keep the real address, as widely used lazy-loading libraries name them. */
const LAZY_SOURCES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset'];
/** A picture's formats times its layouts. */
const MOST_SOURCES = 30;

interface Candidate {
  url: string;
  /** Width in pixels, or density times 800 where only that is given. */
  width: number;
}

const candidatesOf = (srcset: string): Candidate[] =>
  parseSrcset(srcset).map(({ address, amount, unit }) => ({
    url: address,
    width: unit === 'w' ? amount : amount * 800,
  }));

function absolute(url: string, base: string): string | null {
  // It would be the page's own.
  if (url.trim() === '') return null;
  try {
    const { href } = new URL(url.trim(), base);
    return /^(?:https?|data):/.test(href) ? href : null;
  } catch {
    // No address, so no image.
    return null;
  }
}

/** A stand-in that lazy loading replaces: an inline image, tiny or blank. */
function isStandIn(url: string | null): boolean {
  return url === null || (url.startsWith('data:') && url.length < 2000);
}

function attributes(element: Element, names: readonly string[]): string[] {
  return names.flatMap((name) => element.getAttribute(name) ?? []);
}

/**
 * The one address to keep of an image: the smallest that is wide enough, else the widest, else its `src`.
 *
 * @param image an `<img>`, in a `<picture>` or not
 * @param base address of the page, for relative ones
 * @returns an absolute http(s) or data address, or null where there is none
 */
export function pickImageSource(image: Element, base: string): string | null {
  const sets = attributes(image, ['srcset', ...LAZY_SETS]);
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  let source = picture?.firstElementChild ?? null;
  for (let i = 0; source !== null && i < MOST_SOURCES; i++, source = source.nextElementSibling) {
    if (source.localName !== 'source') continue;
    // Formats a browser may not know are tried by the page one after the other; we can keep only one.
    const type = source.getAttribute('type') ?? '';
    if (type === '' || /^image\/(?:jpe?g|png|webp|gif|avif|svg\+xml)/.test(type)) {
      sets.push(...attributes(source, ['srcset', ...LAZY_SETS]));
    }
  }
  const candidates = sets.flatMap(candidatesOf).sort((a, b) => a.width - b.width);
  const chosen = candidates.find(({ width }) => width >= WIDE_ENOUGH) ?? candidates.at(-1);
  const fromSet = chosen === undefined ? null : absolute(chosen.url, base);
  if (!isStandIn(fromSet)) return fromSet;
  for (const lazy of attributes(image, LAZY_SOURCES)) {
    const url = absolute(lazy, base);
    if (!isStandIn(url)) return url;
  }
  return absolute(image.getAttribute('src') ?? '', base);
}
