import { isElement, parentOf } from '../../page/dom-access.ts';
import { attributeOf, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import type { Block } from '../body/read-blocks.ts';

/** Matches class names of kickers. */
const KICKER_NAME =
  /(?:^|[\s_-])(?:kickers?|eyebrow|over-?line|top-?line|roof-?line|pre-?title|super-?title|sur-?titre|ante-?titulo|occhiello|dachzeile|spitzmarke|ober-?zeile|descriptor|label|category)(?:$|[\s_-])/i;
/** Maximum number of parts of a heading. */
const MAX_PARTS = 8;

/** Matches inline tags, which are part of a sentence. */
const INLINE_TAG = /^(?:a|abbr|b|bdi|cite|code|em|i|mark|q|s|strong|sub|sup|u)$/;

interface Part {
  text: string;
  isKicker: boolean;
}

/** Splits a heading by the child elements that contain its text. Text outside of them is a part of its own. */
function splitHeading({ box, nodes }: Block): Part[] {
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
    const nonEmpty = groups.filter(({ text }) => foldText(text) !== '');
    const [only] = nonEmpty;
    if (nonEmpty.length === 1 && only !== undefined && isElement(only.at)) {
      top = only.at;
      continue;
    }
    if (nonEmpty.some(({ at }) => isElement(at) && INLINE_TAG.test(tagOf(at)))) return [];
    return nonEmpty.slice(0, MAX_PARTS).map(({ at, text }) => ({
      text: text.replace(/\s+/g, ' ').trim(),
      isKicker: isElement(at) && KICKER_NAME.test(attributeOf(at, 'class')),
    }));
  }
}

const joinTexts = (parts: readonly Part[]): string => parts.map(({ text }) => text).join(' ');

/**
 * Separates a kicker or subtitle that has its own element from the headline.
 *
 * @param declaredTitles titles that the page declares, best first
 * @returns the headline alone, or with its kicker if the page declares both as the title; null if the heading has only one
 *   part, or no kicker was recognised
 */
export function separateKicker(headline: Block, declaredTitles: readonly string[]): string | null {
  const parts = splitHeading(headline);
  if (parts.length < 2) return null;
  const fullText = foldText(joinTexts(parts));
  const titleByText = new Map(declaredTitles.map((title) => [foldText(title), title]));
  for (let cut = 1; cut < parts.length; cut++) {
    for (const candidate of [parts.slice(cut), parts.slice(0, cut)]) {
      if (titleByText.has(foldText(joinTexts(candidate)))) return joinTexts(candidate);
    }
  }
  const fullTitle = titleByText.get(fullText);
  if (fullTitle !== undefined) return fullTitle;
  return parts[0]?.isKicker === true ? joinTexts(parts.slice(1)).replace(/^[\s:–—|-]+/, '') : null;
}
