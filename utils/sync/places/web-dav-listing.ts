/**
 * What a server answers to `PROPFIND` (RFC 4918, 9.1). It comes from somebody else's machine: bounded before it is
 * read, and read by a strict parser that resolves no entities but XML's own five.
 */
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { PlaceError } from './place-error.ts';

/** Asks for these properties alone; some servers work out checksums when they are asked for all. */
export const PROPFIND_BODY =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>';

/** Bytes of a listing: ten thousand files take about 6 MB. */
export const LARGEST_LISTING = 64 * 1024 * 1024;
const DAV = 'DAV:';

export interface ListedResource {
  href: string;
  isFolder: boolean;
  /** Bytes; null where the server doesn't say. */
  size: number | null;
  /** By the server's clock, ms since 1970; null where it doesn't say. */
  changedAt: number | null;
}

/** Namespaces by prefix: those of an element itself, and behind them those of the elements around it. */
interface Scope {
  own: ReadonlyMap<string, string>;
  outer: Scope | null;
}

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An element with the namespaces that hold in it: a server may call them what it likes. */
interface Node {
  element: XmlElement;
  scope: Scope;
}

function enter(element: XmlElement, outer: Scope): Node {
  const own = Object.entries(element.attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (own.length === 0) return { element, scope: outer };
  // Those around it are not copied: a listing of half a megabyte could have them copied thousands of times.
  return { element, scope: { own: new Map(own.map(([name, uri]) => [name.slice(6), uri])), outer } };
}

function isDav({ element, scope }: Node, local: string): boolean {
  const at = element.name.indexOf(':');
  return (
    element.name.slice(at + 1) === local &&
    namespaceOf(at < 0 ? '' : element.name.slice(0, at), scope) === DAV
  );
}

function childrenOf({ element, scope }: Node, local: string): Node[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .map((child) => enter(child, scope))
    .filter((child) => isDav(child, local));
}

const firstOf = (node: Node | undefined, local: string): Node | undefined =>
  node && childrenOf(node, local)[0];
const textOf = (node: Node | undefined): string => node?.element.text.trim() ?? '';
/** `HTTP/1.1 200 OK` */
const isGood = (status: string): boolean => status === '' || /^HTTP\/[\d.]+ 2\d\d\b/.test(status);

function readResource(response: Node): ListedResource[] {
  if (!isGood(textOf(firstOf(response, 'status')))) return [];
  const props = childrenOf(response, 'propstat')
    .filter((stat) => isGood(textOf(firstOf(stat, 'status'))))
    .flatMap((stat) => childrenOf(stat, 'prop'));
  const propOf = (local: string) =>
    props.map((prop) => firstOf(prop, local)).find((node) => node !== undefined);
  const size = textOf(propOf('getcontentlength'));
  const changedAt = Date.parse(textOf(propOf('getlastmodified')));
  const isFolder = firstOf(propOf('resourcetype'), 'collection') !== undefined;
  return childrenOf(response, 'href').map((href) => ({
    href: textOf(href),
    isFolder,
    size: /^\d{1,15}$/.test(size) ? Number(size) : null,
    changedAt: Number.isNaN(changedAt) ? null : changedAt,
  }));
}

/**
 * @param xml a `multistatus` document
 * @returns what it lists, the folder itself among it
 * @throws PlaceError `badAnswer` where it is none, has a document type, or is not well-formed
 */
export function readListing(xml: string): ListedResource[] {
  if (/<!DOCTYPE/i.test(xml)) throw new PlaceError('badAnswer', 'a listing has a document type');
  let root: XmlElement | null;
  try {
    root = parseXml(xml.trimStart()).root;
  } catch (cause) {
    // Too deep a document ends here too, when the stack is full. The parser's message quotes the document, which has
    // names in it.
    throw new PlaceError('badAnswer', `a listing is not well-formed: ${(cause as Error).name}`);
  }
  const top = root && enter(root, { own: new Map(), outer: null });
  if (top === null || !isDav(top, 'multistatus')) throw new PlaceError('notWebDav', 'no listing');
  return childrenOf(top, 'response').flatMap(readResource);
}
