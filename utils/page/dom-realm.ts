/**
 * Reads of the DOM that a page cannot answer for us. A form with a field named `parentNode`, or an image named
 * `querySelector`, shadows the property of the form or of the document (HTML standard, "legacy override built-ins");
 * the prototype's own getters and functions see through that. `dom-access.ts` and `element-access.ts` say what is read
 * so; nothing else in a script for web pages reads a document or an element that may be a form, but for what is asked of every
 * node of a page: that is taken from `domOf` once, since each call on the way counts there.
 */

/** What is read from which prototype, under its own name. */
const NAMES = {
  Node: [
    'firstChild',
    'lastChild',
    'nextSibling',
    'previousSibling',
    'parentNode',
    'parentElement',
    'nodeType',
    'textContent',
    'isConnected',
    'ownerDocument',
    'getRootNode',
    'contains',
    'compareDocumentPosition',
    'appendChild',
  ],
  EventTarget: ['addEventListener', 'dispatchEvent'],
  HTMLElement: ['style', 'focus', 'click'],
  Element: [
    'localName',
    'namespaceURI',
    'shadowRoot',
    'attributes',
    'firstElementChild',
    'nextElementSibling',
    'previousElementSibling',
    'childElementCount',
    'getAttribute',
    'setAttribute',
    'removeAttribute',
    'hasAttribute',
    'hasAttributes',
    'getBoundingClientRect',
    'scrollHeight',
    'clientHeight',
    'clientWidth',
    'checkVisibility',
    'matches',
    'closest',
    'querySelector',
    'querySelectorAll',
    'getElementsByTagName',
    'scrollIntoView',
  ],
  Document: [
    'activeElement',
    'body',
    'documentElement',
    'defaultView',
    'title',
    'hidden',
    'readyState',
    'createElement',
    'createRange',
    'getSelection',
    'elementsFromPoint',
  ],
} as const satisfies { [Owner in keyof Owners]: readonly (keyof Owners[Owner])[] };

interface Owners {
  Node: Node;
  EventTarget: EventTarget;
  HTMLElement: HTMLElement;
  Element: Element;
  Document: Document;
}

/** The prototype's getter or function, which is called on what is read. */
type Reader<T> = T extends (...args: infer Args) => infer Result
  ? (this: unknown, ...args: Args) => Result
  : (this: unknown) => T;

/** Absent in jsdom. */
type Missing = 'checkVisibility' | 'scrollIntoView' | 'elementsFromPoint';

type Readers<Owner extends keyof Owners> = {
  [Name in (typeof NAMES)[Owner][number] & keyof Owners[Owner]]:
    | Reader<Owners[Owner][Name]>
    | (Name extends Missing ? undefined : never);
};

/** The prototypes' getters and functions, by what they read. */
export interface Dom
  extends Readers<'Node'>,
    Readers<'EventTarget'>,
    Readers<'HTMLElement'>,
    Readers<'Element'>,
    Readers<'Document'> {
  queryDocument: Reader<Document['querySelectorAll']>;
  queryFirst: Reader<Document['querySelector']>;
  queryFragment: Reader<DocumentFragment['querySelectorAll']>;
}

type Realm = Record<keyof Owners | 'DocumentFragment', { prototype: object }>;

let captured: Dom | null = null;

function hasRealm(scope: unknown): scope is Realm {
  return typeof scope === 'object' && scope !== null && 'Node' in scope && 'Element' in scope;
}

function read(realm: Realm, owner: keyof Realm, name: string): unknown {
  const property = Object.getOwnPropertyDescriptor(realm[owner].prototype, name);
  // A document inherits `getSelection` and others in some engines.
  return property?.get ?? property?.value ?? Reflect.get(realm[owner].prototype, name);
}

/**
 * Looks the prototypes up. Needed before anything is read only where no DOM is global, as with jsdom in plain Node.
 *
 * @throws TypeError where neither the global scope nor the document's window has a DOM
 */
export function captureDom(document_: Document): Dom {
  if (captured !== null) return captured;
  const realm: unknown = hasRealm(globalThis) ? globalThis : document_.defaultView;
  if (!hasRealm(realm)) throw new TypeError('No DOM here');
  captured = {
    ...Object.fromEntries(
      Object.entries(NAMES).flatMap(([owner, names]) =>
        names.map((name) => [name, read(realm, owner as keyof Owners, name)]),
      ),
    ),
    queryDocument: read(realm, 'Document', 'querySelectorAll'),
    queryFirst: read(realm, 'Document', 'querySelector'),
    queryFragment: read(realm, 'DocumentFragment', 'querySelectorAll'),
  } as Dom;
  return captured;
}

/** @param node any node of the page */
export function domOf(node: Node): Dom {
  return captured ?? captureDom(node.ownerDocument ?? (node as Document));
}
