/**
 * Reads of the DOM that a page cannot answer for us. A form with an input named `parentNode`, or an image named
 * `querySelector`, shadows the property of the form or of the document (HTML standard, "legacy override built-ins");
 * the prototype's own getters see through that.
 */

type Getter<T> = (this: unknown) => T;

interface Access {
  firstChild: Getter<Node | null>;
  nextSibling: Getter<Node | null>;
  parentNode: Getter<Node | null>;
  nodeType: Getter<number>;
  textContent: Getter<string | null>;
  localName: Getter<string>;
  shadowRoot: Getter<ShadowRoot | null>;
  getAttribute: (this: unknown, name: string) => string | null;
  queryElement: (this: unknown, selector: string) => NodeListOf<Element>;
  queryDocument: (this: unknown, selector: string) => NodeListOf<Element>;
  body: Getter<HTMLElement | null>;
  documentElement: Getter<HTMLElement | null>;
}

interface Realm {
  Node: { prototype: object };
  Element: { prototype: Pick<Element, 'getAttribute' | 'querySelectorAll'> };
  Document: { prototype: Pick<Document, 'querySelectorAll'> };
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const FRAGMENT_NODE = 11;

let access: Access | null = null;

function hasRealm(scope: unknown): scope is Realm {
  return typeof scope === 'object' && scope !== null && 'Node' in scope && 'Element' in scope;
}

function getterOf<T>(proto: object, name: string): Getter<T> {
  const get = Object.getOwnPropertyDescriptor(proto, name)?.get;
  if (get === undefined) throw new TypeError(`No getter ${name}`);
  return get as Getter<T>;
}

/**
 * Must run before any other function of this file.
 *
 * @param document_ used only where no DOM is global, as with jsdom in plain Node
 * @throws TypeError where neither the global scope nor the document's window has a DOM
 */
export function captureDom(document_: Document): void {
  if (access !== null) return;
  const realm: unknown = hasRealm(globalThis) ? globalThis : document_.defaultView;
  if (!hasRealm(realm)) throw new TypeError('No DOM here');
  const node = realm.Node.prototype;
  const element = realm.Element.prototype;
  access = {
    firstChild: getterOf(node, 'firstChild'),
    nextSibling: getterOf(node, 'nextSibling'),
    parentNode: getterOf(node, 'parentNode'),
    nodeType: getterOf(node, 'nodeType'),
    textContent: getterOf(node, 'textContent'),
    localName: getterOf(element, 'localName'),
    shadowRoot: getterOf(element, 'shadowRoot'),
    getAttribute: element.getAttribute,
    queryElement: element.querySelectorAll,
    queryDocument: realm.Document.prototype.querySelectorAll,
    body: getterOf(realm.Document.prototype, 'body'),
    documentElement: getterOf(realm.Document.prototype, 'documentElement'),
  };
}

function dom(): Access {
  if (access === null) throw new TypeError('captureDom must run first');
  return access;
}

export const firstChildOf = (node: Node): Node | null => dom().firstChild.call(node);
export const nextSiblingOf = (node: Node): Node | null => dom().nextSibling.call(node);
export const parentOf = (node: Node): Node | null => dom().parentNode.call(node);
/** The open shadow root of a component; other elements that may have one hardly ever hold an article. */
const shadowOf = (node: Node): ShadowRoot | null =>
  isElement(node) && dom().localName.call(node).includes('-') ? dom().shadowRoot.call(node) : null;

/** The first child as a reader meets it: what a component shows of its own comes before what it is given. */
export const firstWithin = (node: Node): Node | null => {
  const shadow = shadowOf(node);
  return (shadow === null ? null : firstChildOf(shadow)) ?? firstChildOf(node);
};

/** The component that a node stands in the shadow root of. */
const hostOf = (node: Node): Element | null => {
  const parent = parentOf(node);
  return parent !== null && dom().nodeType.call(parent) === FRAGMENT_NODE
    ? ((parent as ShadowRoot).host ?? null)
    : null;
};

/** The next node on the same level, in this sense. */
export const nextWithin = (node: Node): Node | null => {
  const next = nextSiblingOf(node);
  if (next !== null) return next;
  const host = hostOf(node);
  return host === null ? null : firstChildOf(host);
};

/** The element around a node, in this sense. */
export const aroundOf = (node: Node): Node | null => hostOf(node) ?? parentOf(node);

export const textOf = (node: Node): string => dom().textContent.call(node) ?? '';
/**
 * The text of a small element, as `textContent` has it.
 *
 * @param most characters
 * @returns null where there is more, or where so few characters are spread over very many nodes: asked of elements
 *   within elements, the whole text of each would be read again and again
 */
export function shortTextOf(root: Node, most: number): string | null {
  let text = '';
  let left = 2 * most + 500;
  let node: Node | null = firstChildOf(root);
  while (node !== null) {
    if (--left < 0) return null;
    let next: Node | null = null;
    if (isText(node)) {
      text += node.data;
      if (text.length > most) return null;
    } else next = firstChildOf(node);
    while (next === null && node !== null && node !== root) {
      next = nextSiblingOf(node);
      if (next === null) node = parentOf(node);
    }
    node = next;
  }
  return text;
}

export const tagOf = (element: Element): string => dom().localName.call(element).toLowerCase();
export const bodyOf = (document_: Document): HTMLElement | null => dom().body.call(document_);
export const rootOf = (document_: Document): HTMLElement | null => dom().documentElement.call(document_);

/** @returns the attribute, or `''` where it is absent */
export const attributeOf = (element: Element, name: string): string =>
  dom().getAttribute.call(element, name) ?? '';

export const hasAttribute = (element: Element, name: string): boolean =>
  dom().getAttribute.call(element, name) !== null;

export const isElement = (node: Node): node is Element => dom().nodeType.call(node) === ELEMENT_NODE;
export const isText = (node: Node): node is Text => dom().nodeType.call(node) === TEXT_NODE;

export const findAll = (scope: Element, selector: string): Element[] => [
  ...dom().queryElement.call(scope, selector),
];

/** The first of them, at most so many. */
export function findSome(scope: Element, selector: string, most: number): Element[] {
  const all = dom().queryElement.call(scope, selector);
  const some: Element[] = [];
  for (const element of all) {
    if (some.length >= most) break;
    some.push(element);
  }
  return some;
}

export const findAllIn = (document_: Document, selector: string): Element[] => [
  ...dom().queryDocument.call(document_, selector),
];
