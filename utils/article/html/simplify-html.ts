/** The allow-list of a sanitiser. Names are in lower case. */
export interface TagPolicy {
  tags: ReadonlySet<string>;
  /** Elements that are removed with their content. */
  dropped: ReadonlySet<string>;
  attributes: readonly string[];
}

/** Limits that no normal page exceeds: attributes of an element, and nesting depth of elements that are not allowed. */
const MAX_ATTRIBUTES = 100;
const MAX_UNKNOWN_DEPTH = 32;

/**
 * Simplifies HTML that would make a sanitiser slow. Sanitisers remove unknown attributes one by one with a search for each, and
 * copy the content of nested unknown elements once per level. Does not make the HTML safe by itself.
 *
 * @returns the same HTML if it is within the limits
 */
export function simplifyPathologicalHtml(html: string, policy: TagPolicy, parser = new DOMParser()): string {
  const document_ = parser.parseFromString(html, 'text/html');
  if (!isPathological(document_.body, policy)) return html;
  const copy = document_.createElement('body');
  copyAllowed(copy, document_.body, policy);
  return copy.innerHTML;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function isPathological(body: Element, { tags }: TagPolicy): boolean {
  const levels = new Map<Element, number>();
  for (const element of body.getElementsByTagName('*')) {
    if (element.attributes.length > MAX_ATTRIBUTES) return true;
    const { parentElement } = element;
    const parentLevel = parentElement === null ? 0 : (levels.get(parentElement) ?? 0);
    const level = parentLevel + (tags.has(element.localName) ? 0 : 1);
    if (level > MAX_UNKNOWN_DEPTH) return true;
    if (level > 0) levels.set(element, level);
  }
  return false;
}

/** Copies the allowed nodes of `source` one by one. */
function copyAllowed(target: Element, source: Element, policy: TagPolicy): void {
  /** For each open element, the node to which its children are copied. */
  const targets: Node[] = [target];
  let node: Node | null = source.firstChild;
  while (node !== null) {
    let next: Node | null = null;
    if (!isElement(node)) targets.at(-1)?.appendChild(node.cloneNode(false));
    else if (!policy.dropped.has(node.localName)) {
      next = node.firstChild;
      const parent = targets.at(-1) ?? target;
      const copy = policy.tags.has(node.localName) ? parent.appendChild(copyElement(node, policy)) : parent;
      if (next !== null) targets.push(copy);
    }
    while (next === null && node !== null && node !== source) {
      next = node.nextSibling;
      if (next !== null) break;
      node = node.parentNode;
      targets.pop();
    }
    node = next;
  }
}

function copyElement(element: Element, { attributes }: TagPolicy): Node {
  if (element.attributes.length <= MAX_ATTRIBUTES) return element.cloneNode(false);
  const copy = element.ownerDocument.createElement(element.localName);
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  return copy;
}
