// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { computeGapLine } from '../../../../utils/clutter/hide/position-marker.ts';

/** jsdom lays nothing out. */
const boxes = new WeakMap<Element, DOMRect>();
Element.prototype.getBoundingClientRect = function (this: Element): DOMRect {
  return boxes.get(this) ?? new DOMRect();
};

/** Lays elements out: `data-box="top bottom"`; those without take no room. */
function layOut(html: string): Element {
  document.body.innerHTML = html;
  for (const element of document.body.querySelectorAll('*')) {
    const [top = 0, bottom = 0] = (element.getAttribute('data-box') ?? '').split(' ').map(Number);
    const box = { top, bottom, left: 0, width: bottom > top ? 600 : 0, height: bottom - top };
    boxes.set(element, box as DOMRect);
  }
  const block = document.body.querySelector('#nag');
  if (block === null) throw new Error('no block');
  return block;
}

/** Where the block stood. */
const STOOD = { top: 120, left: 30, width: 600, height: 200 };
const seam = (html: string) => computeGapLine(layOut(html), STOOD);

describe('the seam a hidden block leaves', () => {
  it('lies between what stands before and after it, as wide as the block was', () => {
    expect(seam('<p data-box="50 100"></p><div id="nag"></div><p data-box="120 180"></p>')).toEqual({
      top: 110,
      left: 30,
      width: 600,
      height: 0,
    });
  });

  it('is found past other things that take no room, and out of wrappers', () => {
    const html =
      '<p data-box="50 100"></p><div><script></script><div id="nag"></div></div><i></i><p data-box="120 180"></p>';
    expect(seam(html).top).toBe(110);
  });

  it('is the block’s own top where nothing stands there, or only something beside it', () => {
    expect(seam('<div id="nag"></div>').top).toBe(120);
    expect(seam('<main data-box="0 4000"></main><div id="nag"></div><p data-box="120 180"></p>').top).toBe(
      120,
    );
  });
});
