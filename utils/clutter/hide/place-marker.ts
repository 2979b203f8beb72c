import { PALETTE } from '../../look/palette.ts';
import { createIn, putInto, viewOf } from '../../page/dom-access.ts';
import { type BlockPlace, seamOf } from './seam.ts';

/** Marks where a hidden block stands, or stood. */
export interface PlaceMarker {
  /** Outlines a block's place, or draws the seam it left; scrolls there first if it is out of view. */
  show(block: BlockPlace): void;
  clear(): void;
}

const LOOK =
  'all:initial;position:fixed;box-sizing:border-box;pointer-events:none;z-index:2147483647;border-radius:4px;';
const [ACCENT] = PALETTE.accent;
const OUTLINE = `border:3px dashed ${ACCENT};background:${ACCENT}1f;`;
/** Seen on light and dark pages alike. */
const LINE = `background:${ACCENT};box-shadow:0 0 0 2px #fff;`;
/** In CSS pixels. */
const LINE_HEIGHT = 4;

/** Makes a marker. It puts one element into the page while it shows, and none otherwise. */
export function makePlaceMarker(document_: Document): PlaceMarker {
  let marker: HTMLDivElement | null = null;
  const clear = (): void => {
    marker?.remove();
    marker = null;
  };
  return {
    clear,
    show({ place: stood, gone }) {
      clear();
      const view = viewOf(document_);
      if (view === null) return;
      const place = gone === null ? stood : seamOf(gone, stood);
      const isLine = place.height < LINE_HEIGHT;
      let top = isLine ? place.top - LINE_HEIGHT / 2 : place.top;
      if (top < 0 || top > view.innerHeight - 40) {
        const before = view.scrollY;
        view.scrollTo(0, Math.max(0, before + top - view.innerHeight / 3));
        top -= view.scrollY - before;
      }
      marker = createIn(document_, 'div');
      marker.style.cssText = LOOK + (isLine ? LINE : OUTLINE);
      marker.style.top = `${top}px`;
      marker.style.left = `${place.left}px`;
      marker.style.width = `${Math.max(place.width, 40)}px`;
      marker.style.height = `${Math.max(place.height, LINE_HEIGHT)}px`;
      putInto(document_, marker);
    },
  };
}
