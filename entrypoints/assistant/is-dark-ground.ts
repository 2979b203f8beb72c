import { viewOf } from '../../utils/page/dom-access.ts';

/** Half-way from black to white: lighter text is on a dark background. */
const HALF = 128;

/** Whether an element's text is light, by the luma weights of ITU-R BT.601. */
export function isDarkGround(root: Element): boolean {
  const colour = viewOf(document)?.getComputedStyle(root).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return /^rgb/.test(colour) && 0.299 * red + 0.587 * green + 0.114 * blue > HALF;
}
