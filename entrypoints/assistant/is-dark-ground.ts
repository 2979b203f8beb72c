import { viewOf } from '../../utils/page/dom-access.ts';

/** Half of the way from black to white: what is written in a lighter ink stands on a dark ground. */
const HALF = 128;

/** Whether an element is written in a light ink, by the eye's weights of red, green and blue (ITU-R BT.601). */
export function isDarkGround(root: Element): boolean {
  const colour = viewOf(document)?.getComputedStyle(root).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return /^rgb/.test(colour) && 0.299 * red + 0.587 * green + 0.114 * blue > HALF;
}
