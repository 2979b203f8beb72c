/**
 * Parses a server's response to `PROPFIND` (RFC 4918, 9.1). It is untrusted: its size is limited, and the parser is strict
 * and resolves only XML's five predefined entities.
 */
import { XmlElement } from '@rgrove/parse-xml';
import { readXml } from '../../text/read-xml.ts';
import { RemoteError } from './remote-store.ts';

/** Requests only the needed properties, because some servers compute checksums if all are requested. */
export const PROPFIND_BODY =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>';

/** Maximum size of a listing. Ten thousand files take about 6 MB. */
export const MAX_LISTING_BYTES = 64 * 1024 * 1024;
const DAV = 'DAV:';

export interface ListedResource {
  href: string;
  isFolder: boolean;
  /** In bytes; null if the server does not report it. */
  size: number | null;
  /** By the server's clock, in milliseconds since 1970; null if the server does not report it. */
  changedAt: number | null;
}

/** Namespaces by prefix: those declared by an element (`own`), and those of the enclosing elements. */
interface Scope {
  own: ReadonlyMap<string, string>;
  outer: Scope | null;
}

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let current: Scope | null = scope; current !== null; current = current.outer) {
    const uri = current.own.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** An element with the namespaces in scope, since servers may choose any prefixes. */
interface ScopedElement {
  element: XmlElement;
  scope: Scope;
}

function enterScope(element: XmlElement, outer: Scope): ScopedElement {
  const own = Object.entries(element.attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (own.length === 0) return { element, scope: outer };
  // The enclosing namespaces are linked, not copied, because a listing of half a megabyte could cause thousands of copies.
  return { element, scope: { own: new Map(own.map(([name, uri]) => [name.slice(6), uri])), outer } };
}

function isDavElement({ element, scope }: ScopedElement, localName: string): boolean {
  const colon = element.name.indexOf(':');
  return (
    element.name.slice(colon + 1) === localName &&
    namespaceOf(colon < 0 ? '' : element.name.slice(0, colon), scope) === DAV
  );
}

function childrenOf({ element, scope }: ScopedElement, localName: string): ScopedElement[] {
  return element.children
    .filter((child) => child instanceof XmlElement)
    .map((child) => enterScope(child, scope))
    .filter((child) => isDavElement(child, localName));
}

const firstChild = (node: ScopedElement | undefined, localName: string): ScopedElement | undefined =>
  node && childrenOf(node, localName)[0];
const textOf = (node: ScopedElement | undefined): string => node?.element.text.trim() ?? '';
/** @param status such as `HTTP/1.1 200 OK`; may be empty */
const isSuccess = (status: string): boolean => status === '' || /^HTTP\/[\d.]+ 2\d\d\b/.test(status);

function parseResource(response: ScopedElement): ListedResource[] {
  if (!isSuccess(textOf(firstChild(response, 'status')))) return [];
  const props = childrenOf(response, 'propstat')
    .filter((stat) => isSuccess(textOf(firstChild(stat, 'status'))))
    .flatMap((stat) => childrenOf(stat, 'prop'));
  const propOf = (localName: string) =>
    props.map((prop) => firstChild(prop, localName)).find((node) => node !== undefined);
  const size = textOf(propOf('getcontentlength'));
  const changedAt = Date.parse(textOf(propOf('getlastmodified')));
  const isFolder = firstChild(propOf('resourcetype'), 'collection') !== undefined;
  return childrenOf(response, 'href').map((href) => ({
    href: textOf(href),
    isFolder,
    size: /^\d{1,15}$/.test(size) ? Number(size) : null,
    changedAt: Number.isNaN(changedAt) ? null : changedAt,
  }));
}

/**
 * Parses a listing.
 *
 * @param xml a `multistatus` document
 * @returns the listed resources, including the folder itself
 * @throws RemoteError `badAnswer` if it has a document type or is not well-formed, `notWebDav` if it is not a listing
 */
export function parseListing(xml: string): ListedResource[] {
  if (/<!DOCTYPE/i.test(xml)) throw new RemoteError('badAnswer', 'a listing has a document type');
  let root: XmlElement | null;
  try {
    root = readXml(xml.trimStart());
  } catch (cause) {
    // Also catches the stack overflow caused by a document that is nested too deeply. The parser's message must not be
    // passed on, because it quotes the document, which contains names.
    throw new RemoteError('badAnswer', `a listing is not well-formed: ${(cause as Error).name}`);
  }
  const rootElement = root && enterScope(root, { own: new Map(), outer: null });
  if (rootElement === null || !isDavElement(rootElement, 'multistatus'))
    throw new RemoteError('notWebDav', 'no listing');
  return childrenOf(rootElement, 'response').flatMap(parseResource);
}
