/** Marks where a hidden block stands, or stood. */
export interface PlaceMarker {
  /** Draws the outline around a rectangle of the window; scrolls there first if it is out of view. */
  show(rectangle: DOMRectReadOnly): void;
  clear(): void;
}

const LOOK =
  'all:initial;position:fixed;box-sizing:border-box;pointer-events:none;z-index:2147483647;' +
  'border:3px dashed #2440c4;border-radius:4px;background:rgba(36,64,196,.12);';
/** A hidden block takes no room; its place is drawn as a line at least this high, in CSS pixels. */
const LEAST_HEIGHT = 6;

/** Makes a marker. It puts one element into the page while it shows, and none otherwise. */
export function makePlaceMarker(document_: Document): PlaceMarker {
  let marker: HTMLElement | null = null;
  const clear = (): void => {
    marker?.remove();
    marker = null;
  };
  return {
    clear,
    show(rectangle) {
      clear();
      const view = document_.defaultView;
      if (view === null) return;
      let top = rectangle.top;
      if (top < 0 || top > view.innerHeight - 40) {
        const before = view.scrollY;
        view.scrollTo(0, Math.max(0, before + top - view.innerHeight / 3));
        top -= view.scrollY - before;
      }
      marker = document_.createElement('div');
      marker.style.cssText = LOOK;
      marker.style.top = `${top}px`;
      marker.style.left = `${rectangle.left}px`;
      marker.style.width = `${Math.max(rectangle.width, 40)}px`;
      marker.style.height = `${Math.max(rectangle.height, LEAST_HEIGHT)}px`;
      document_.documentElement.append(marker);
    },
  };
}
