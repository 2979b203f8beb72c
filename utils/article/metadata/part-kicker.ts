import { isElement, parentOf } from '../../page/dom-access.ts';
import { attributeOf, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import type { Block } from '../body/read-blocks.ts';

/** Class names of kickers. */
const KICKER =
  /(?:^|[\s_-])(?:kickers?|eyebrow|over-?line|top-?line|roof-?line|pre-?title|super-?title|sur-?titre|ante-?titulo|occhiello|dachzeile|spitzmarke|ober-?zeile|descriptor|label|category)(?:$|[\s_-])/i;
/** Maximum number of parts of a heading. */
const MAX_PARTS = 8;

/** Inline elements within a headline. */
const WITHIN = /^(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|strong|sub|sup|u)$/;

interface Part {
  text: string;
  isKicker: boolean;
}

/** The elements of a heading that contain its text; text outside of them is a part of its own. */
function partsOf({ box, nodes }: Block): Part[] {
  let top: Node = box.element;
  for (;;) {
    const groups: { at: Node; text: string }[] = [];
    for (const node of nodes) {
      let at: Node = node;
      for (let up = parentOf(at); up !== null && up !== top; up = parentOf(up)) at = up;
      const last = groups.at(-1);
      if (last !== undefined && last.at === at) last.text += node.data;
      else groups.push({ at, text: node.data });
    }
    const full = groups.filter(({ text }) => foldText(text) !== '');
    const [only] = full;
    if (full.length === 1 && only !== undefined && isElement(only.at)) {
      top = only.at;
      continue;
    }
    if (full.some(({ at }) => isElement(at) && WITHIN.test(tagOf(at)))) return [];
    return full.slice(0, MAX_PARTS).map(({ at, text }) => ({
      text: text.replace(/\s+/g, ' ').trim(),
      isKicker: isElement(at) && KICKER.test(attributeOf(at, 'class')),
    }));
  }
}

const join = (parts: readonly Part[]): string => parts.map(({ text }) => text).join(' ');

/**
 * Separates a kicker or subtitle in an element of its own from the headline, so that they do not form one sentence.
 *
 * @param stated titles that the page declares, best first
 * @returns the headline alone, or with its kicker if the page declares both; null if the heading has one part
 */
export function partKicker(headline: Block, stated: readonly string[]): string | null {
  const parts = partsOf(headline);
  if (parts.length < 2) return null;
  const whole = foldText(join(parts));
  const known = new Map(stated.map((title) => [foldText(title), title]));
  for (let cut = 1; cut < parts.length; cut++) {
    for (const side of [parts.slice(cut), parts.slice(0, cut)]) {
      if (known.has(foldText(join(side)))) return join(side);
    }
  }
  const both = known.get(whole);
  if (both !== undefined) return both;
  return parts[0]?.isKicker === true ? join(parts.slice(1)).replace(/^[\s:–—|-]+/, '') : null;
}
