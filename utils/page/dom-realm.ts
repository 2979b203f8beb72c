/**
 * Access to the DOM that is safe from DOM clobbering. A form with a field named `parentNode`, or an image named
 * `querySelector`, shadows the property of the form or of the document (HTML standard, "legacy override built-ins");
 * getters and functions of the prototype are not affected. Content scripts read documents, and elements that may be
 * forms, only with the functions of `dom-access.ts` and `element-access.ts`. Loops over all nodes of a page take the
 * functions from `domOf` once, because the extra call would be too slow there.
 */

/** The properties that are read from each prototype. */
const PROPERTIES = {
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
} as const satisfies { [Owner in keyof Prototypes]: readonly (keyof Prototypes[Owner])[] };

interface Prototypes {
  Node: Node;
  EventTarget: EventTarget;
  HTMLElement: HTMLElement;
  Element: Element;
  Document: Document;
}

/** A getter or function of a prototype, to be called with the object as `this`. */
type Unbound<T> = T extends (...args: infer Args) => infer Result
  ? (this: unknown, ...args: Args) => Result
  : (this: unknown) => T;

/** Absent in jsdom. */
type AbsentInJsdom = 'checkVisibility' | 'scrollIntoView' | 'elementsFromPoint';

type UnboundMembers<Owner extends keyof Prototypes> = {
  [Name in (typeof PROPERTIES)[Owner][number] & keyof Prototypes[Owner]]:
    | Unbound<Prototypes[Owner][Name]>
    | (Name extends AbsentInJsdom ? undefined : never);
};

/** The prototypes' getters and functions, by property name. */
export interface Dom
  extends UnboundMembers<'Node'>,
    UnboundMembers<'EventTarget'>,
    UnboundMembers<'HTMLElement'>,
    UnboundMembers<'Element'>,
    UnboundMembers<'Document'> {
  queryDocument: Unbound<Document['querySelectorAll']>;
  queryFirst: Unbound<Document['querySelector']>;
  queryFragment: Unbound<DocumentFragment['querySelectorAll']>;
}

type Realm = Record<keyof Prototypes | 'DocumentFragment', { prototype: object }>;

let captured: Dom | null = null;

function isRealm(scope: unknown): scope is Realm {
  return typeof scope === 'object' && scope !== null && 'Node' in scope && 'Element' in scope;
}

function findMember(realm: Realm, owner: keyof Realm, name: string): unknown {
  const property = Object.getOwnPropertyDescriptor(realm[owner].prototype, name);
  // In some engines, documents inherit `getSelection` and others.
  return property?.get ?? property?.value ?? Reflect.get(realm[owner].prototype, name);
}

/**
 * Captures the prototypes. Must be called before any access only if there is no global DOM, as with jsdom in plain Node.
 *
 * @throws TypeError if neither the global scope nor the document's window has a DOM
 */
export function captureDom(document_: Document): Dom {
  if (captured !== null) return captured;
  const realm: unknown = isRealm(globalThis) ? globalThis : document_.defaultView;
  if (!isRealm(realm)) throw new TypeError('No DOM here');
  captured = {
    ...Object.fromEntries(
      Object.entries(PROPERTIES).flatMap(([owner, names]) =>
        names.map((name) => [name, findMember(realm, owner as keyof Prototypes, name)]),
      ),
    ),
    queryDocument: findMember(realm, 'Document', 'querySelectorAll'),
    queryFirst: findMember(realm, 'Document', 'querySelector'),
    queryFragment: findMember(realm, 'DocumentFragment', 'querySelectorAll'),
  } as Dom;
  return captured;
}

/** Returns the captured getters and functions; captures them on first use, from the document of `node`. */
export function domOf(node: Node): Dom {
  return captured ?? captureDom(node.ownerDocument ?? (node as Document));
}
