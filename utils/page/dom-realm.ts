/**
 * Reads of the DOM that a page cannot answer for us. A form with a field named `parentNode`, or an image named
 * `querySelector`, shadows the property of the form or of the document (HTML standard, "legacy override built-ins");
 * the prototype's own getters and functions see through that. `dom-access.ts` and `element-access.ts` say what is read
 * so; nothing else in a script for web pages reads a document or an element that may be a form, but for what is asked of every
 * node of a page: that is taken from `domOf` once, since each call on the way counts there.
 */

type Reader<T> = (this: unknown) => T;

/** The prototypes' getters and functions, by what they read. */
export interface Dom {
  firstChild: Reader<Node | null>;
  lastChild: Reader<Node | null>;
  nextSibling: Reader<Node | null>;
  previousSibling: Reader<Node | null>;
  parentNode: Reader<Node | null>;
  parentElement: Reader<Element | null>;
  nodeType: Reader<number>;
  textContent: Reader<string | null>;
  isConnected: Reader<boolean>;
  ownerDocument: Reader<Document | null>;
  getRootNode: Reader<Node>;
  contains: (this: unknown, inner: Node | null) => boolean;
  compareDocumentPosition: (this: unknown, other: Node) => number;
  appendChild: (this: unknown, child: Node) => Node;
  addEventListener: Node['addEventListener'];
  dispatchEvent: (this: unknown, event: Event) => boolean;
  localName: Reader<string>;
  namespaceURI: Reader<string | null>;
  shadowRoot: Reader<ShadowRoot | null>;
  attributes: Reader<NamedNodeMap>;
  firstElementChild: Reader<Element | null>;
  nextElementSibling: Reader<Element | null>;
  previousElementSibling: Reader<Element | null>;
  childElementCount: Reader<number>;
  getAttribute: (this: unknown, name: string) => string | null;
  setAttribute: (this: unknown, name: string, value: string) => void;
  removeAttribute: (this: unknown, name: string) => void;
  hasAttribute: (this: unknown, name: string) => boolean;
  hasAttributes: Reader<boolean>;
  getBoundingClientRect: Reader<DOMRect>;
  scrollHeight: Reader<number>;
  clientHeight: Reader<number>;
  clientWidth: Reader<number>;
  /** Absent in jsdom. */
  checkVisibility: Reader<boolean> | undefined;
  matches: (this: unknown, selector: string) => boolean;
  closest: (this: unknown, selector: string) => Element | null;
  querySelector: (this: unknown, selector: string) => Element | null;
  querySelectorAll: (this: unknown, selector: string) => NodeListOf<Element>;
  getElementsByTagName: (this: unknown, tag: string) => HTMLCollectionOf<Element>;
  /** Absent in jsdom, as the other two that scroll. */
  scrollIntoView: ((this: unknown, options: ScrollIntoViewOptions) => void) | undefined;
  style: Reader<CSSStyleDeclaration>;
  focus: (this: unknown, options: FocusOptions) => void;
  click: (this: unknown) => void;
  queryDocument: (this: unknown, selector: string) => NodeListOf<Element>;
  queryFirst: (this: unknown, selector: string) => Element | null;
  queryFragment: (this: unknown, selector: string) => NodeListOf<Element>;
  activeElement: Reader<Element | null>;
  body: Reader<HTMLElement | null>;
  documentElement: Reader<HTMLElement | null>;
  defaultView: Reader<(Window & typeof globalThis) | null>;
  title: Reader<string>;
  hidden: Reader<boolean>;
  readyState: Reader<DocumentReadyState>;
  createElement: (this: unknown, tag: string) => HTMLElement;
  createRange: Reader<Range>;
  getSelection: Reader<Selection | null>;
  elementsFromPoint: ((this: unknown, x: number, y: number) => Element[]) | undefined;
}

type Owner = 'Node' | 'Element' | 'Document' | 'DocumentFragment' | 'EventTarget' | 'HTMLElement';
type Realm = Record<Owner, { prototype: object }>;

/** What is not read under its own name, or not from the prototype of an element. */
const OWNERS: readonly [Owner, readonly string[]][] = [
  [
    'Node',
    [
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
  ],
  ['EventTarget', ['addEventListener', 'dispatchEvent']],
  ['HTMLElement', ['style', 'focus', 'click']],
  [
    'Element',
    [
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
  ],
  [
    'Document',
    [
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
  ],
];

let captured: Dom | null = null;

function hasRealm(scope: unknown): scope is Realm {
  return typeof scope === 'object' && scope !== null && 'Node' in scope && 'Element' in scope;
}

function read(realm: Realm, owner: Owner, name: string): unknown {
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
      OWNERS.flatMap(([owner, names]) => names.map((name) => [name, read(realm, owner, name)])),
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
