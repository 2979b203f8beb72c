import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { Announcer } from '../../../components/ui/announcer.tsx';
import { afterPaint } from '../../../components/ui/base/after-paint.ts';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import { english } from './gallery/english.ts';

/** What jsdom has no layout for: nothing ever comes into sight, nothing changes its size. */
class StillObserver {
  observe(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

/** A screen in a test, used as a user uses it. */
export interface Shown {
  root: HTMLElement;
  /** The visible words, white space folded. */
  text(): string;
  /** The first control whose accessible name is or contains this. */
  control(name: string | RegExp): HTMLElement;
  has(name: string | RegExp): boolean;
  click(name: string | RegExp): Promise<void>;
  type(name: string | RegExp, text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Presses keys while the screen is still being drawn, as a user does who types on. */
  pressAtOnce(keys: readonly string[]): Promise<void>;
  /** What a screen reader was told last. */
  announced(): string;
  again(screen: ComponentChildren): Promise<void>;
}

function nameOf(element: HTMLElement): string {
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const label =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.labels?.[0]?.textContent
      : null;
  return (name.trim() || label || element.getAttribute('title') || '').replace(/\s+/g, ' ').trim();
}

let before: HTMLElement | null = null;

/** Takes the last screen away, with all that it waits for. */
export function leaveScreen(): void {
  if (before !== null) render(null, before);
  before = null;
}

/** Draws a screen into the document, with English words. */
export async function show(screen: ComponentChildren): Promise<Shown> {
  Object.assign(globalThis, { IntersectionObserver: StillObserver, ResizeObserver: StillObserver });
  // As a wide window.
  globalThis.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: true }) as unknown as MediaQueryList;
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  // jsdom has no top layer, and hides what would be shown there: it is shown where it stands.
  HTMLElement.prototype.showPopover ??= function showPopover(this: HTMLElement) {
    this.removeAttribute('popover');
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  // The screen of the test before would still listen to keys.
  leaveScreen();
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  before = root;
  const draw = (content: ComponentChildren): Promise<void> =>
    act(() =>
      render(
        <StringsContext.Provider value={english}>
          <Announcer>{content}</Announcer>
        </StringsContext.Provider>,
        root,
      ),
    );
  const painted = (): Promise<void> => act(() => new Promise<void>((resolve) => void afterPaint(resolve)));
  await draw(screen);
  // What a screen puts off until after its first paint.
  if (vi.isFakeTimers()) await act(async () => void (await vi.advanceTimersByTimeAsync(40)));
  else await painted();
  /** What listens for keys comes a moment after what is seen; no hand is faster. By a clock that stands, nothing moves. */
  const rest = async (): Promise<void> => {
    if (!vi.isFakeTimers()) await painted();
  };
  const press = (key: string): Promise<void> =>
    act(() => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });

  const find = (name: string | RegExp): HTMLElement | undefined =>
    [...root.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select, [role="img"]')].find(
      (element) => (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))),
    );
  const control = (name: string | RegExp): HTMLElement => {
    const found = find(name);
    if (found === undefined) throw new Error(`nothing is called ${name} in: ${root.textContent}`);
    return found;
  };
  return {
    root,
    text: () => (root.textContent ?? '').replace(/\s+/g, ' '),
    control,
    has: (name) => find(name) !== undefined,
    click: async (name) => {
      await rest();
      await act(async () => control(name).click());
    },
    type: async (name, text) => {
      await rest();
      await act(() => {
        const field = control(name) as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    press: async (key) => {
      await rest();
      await press(key);
    },
    pressAtOnce: async (keys) => {
      for (const key of keys) await press(key);
    },
    announced: () => (root.querySelector('[role="status"]')?.textContent ?? '').trim(),
    again: draw,
  };
}
