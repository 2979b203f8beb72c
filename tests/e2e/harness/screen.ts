import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { readVisibleText } from './visible-text.ts';
import { waitFor } from './wait-for.ts';

export type Role =
  | 'button'
  | 'link'
  | 'heading'
  | 'searchbox'
  | 'textbox'
  | 'checkbox'
  | 'radio'
  | 'dialog'
  | 'alert'
  | 'image'
  | 'row';

/** Elements that have a role by themselves or are given it. Enough of HTML-AAM for our own screens. */
const SELECTORS: Record<Role, string> = {
  button: 'button, summary, [role="button"], input[type="submit"]',
  link: 'a[href], [role="link"]',
  heading: 'h1, h2, h3, h4, [role="heading"]',
  searchbox: 'input[type="search"], [role="searchbox"], input[role="combobox"]',
  textbox: 'input:not([type]), input[type="text"], textarea, [role="textbox"]',
  checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
  radio: 'input[type="radio"], [role="radio"]',
  dialog: 'dialog[open], [role="dialog"], [role="alertdialog"]',
  alert: '[role="alert"]',
  image: 'img, [role="img"]',
  row: 'li, [role="row"], [role="option"], [role="listitem"], article',
};

/** How long an answer is waited for before the question is put again, in ms. */
const LOOK_MS = 5000;

/** Of what a screen shows instead of what was waited for, in characters. */
const MOST_SHOWN = 600;

/** One of the extension's screens, used as a user would: by what things are and what they are called. */
export class Screen {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static of(page: Page): Screen {
    return new Screen(page);
  }

  /** Loads the screen again. By a mark, since Firefox never says that a page of an extension has come. */
  async reload(): Promise<void> {
    await this.page.evaluate(() => {
      document.documentElement.dataset.before = '';
    });
    // Later: a page that is gone before it has answered fails, and may leave the question open for good.
    await this.page.evaluate(() => void setTimeout(() => location.reload())).catch(() => undefined);
    await waitFor('the screen to load again', () => {
      const looking = this.page.evaluate(
        () => !('before' in document.documentElement.dataset) && document.body.childElementCount > 0,
      );
      // Asked of a page that is just going, a question may stay open for good.
      const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), LOOK_MS));
      return Promise.race([looking, late]);
    });
  }

  /** The element of a role whose accessible name matches, or null; of several the first. */
  async #look(role: Role, name: RegExp): Promise<ElementHandle | null> {
    const handle = await this.page.evaluateHandle(
      (selector, source, flags) => {
        const pattern = new RegExp(source, flags);
        const nameOf = (element: Element): string => {
          const label = element.getAttribute('aria-label');
          if (label) return label;
          const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
          const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
          if (labelled) return labelled;
          if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
            return element.labels?.[0]?.textContent ?? element.placeholder;
          }
          if (element instanceof HTMLImageElement) return element.alt;
          return element.textContent || element.getAttribute('title') || '';
        };
        const found = [...document.querySelectorAll(selector)].filter(
          (element) => element.checkVisibility() && pattern.test(nameOf(element).replace(/\s+/g, ' ').trim()),
        );
        return found[0] ?? null;
      },
      SELECTORS[role],
      name.source,
      name.flags,
    );
    return handle.asElement() as ElementHandle | null;
  }

  /** Waits for something to be there. */
  find(role: Role, name: RegExp): Promise<ElementHandle> {
    return waitFor(`a ${role} named ${name}`, () => this.#look(role, name));
  }

  async has(role: Role, name: RegExp): Promise<boolean> {
    return (await this.#look(role, name)) !== null;
  }

  async click(role: Role, name: RegExp): Promise<void> {
    // A screen may draw itself anew between finding and clicking.
    await waitFor(`a ${role} named ${name} to be clicked`, async () => {
      await this.page.bringToFront();
      const element = await this.#look(role, name);
      if (element === null) return false;
      const isAtRest = await element.evaluate(async (node) => {
        // A hidden page draws no frame, and a control that is not yet to be used hears no click.
        if (document.visibilityState !== 'visible' || node.matches(':disabled')) return false;
        const { left, top, width, height } = node.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        // As a user scrolls what the popup's foot, which sticks to its lower edge, covers.
        if (there !== null && !node.contains(there)) node.scrollIntoView({ block: 'center' });
        const before = node.getBoundingClientRect();
        // One that is hidden meanwhile never draws again: then what stands where is not to be trusted.
        const isDrawn = await new Promise<boolean>((resolve) => {
          requestAnimationFrame(() => resolve(true));
          setTimeout(() => resolve(false), 2000);
        });
        if (!isDrawn) return false;
        const after = node.getBoundingClientRect();
        return node.isConnected && before.left === after.left && before.top === after.top;
      });
      // Nobody hits what still moves, and what came in its place would be clicked.
      return isAtRest && this.#hit(element, name);
    });
  }

  /**
   * Clicks an element and looks where the click came to: on a busy machine a screen has time to move between the look
   * and the click. A user's hand follows it; here a click on another control is stopped on its way, to be tried again.
   *
   * @param name of the control; one of that name in its place is the same, drawn anew just before
   * @returns false where the click came to nothing that can be used
   * @throws Error when another control would have been clicked
   */
  async #hit(element: ElementHandle, name: RegExp): Promise<boolean> {
    await element.evaluate(
      (node, source, flags) => {
        const { dataset } = document.documentElement;
        const world = globalThis as { watchingClick?: AbortController };
        world.watchingClick?.abort();
        world.watchingClick = new AbortController();
        const options = { capture: true, signal: world.watchingClick.signal };
        // A suggestion answers when the button goes down, and is gone by the time of the click.
        const answered = node.matches('[role="option"], li') ? ['pointerdown', 'click'] : ['click'];
        const pattern = new RegExp(source, flags);
        dataset.hit = '';
        const watch = (event: Event): void => {
          const { target } = event;
          if (dataset.hit === 'meant' || !(target instanceof Element)) return;
          const control = target.closest('a, button, summary, input, select, textarea, [role="option"], li');
          const label = control instanceof HTMLInputElement ? control.labels?.[0]?.textContent : null;
          const words =
            control?.getAttribute('aria-label') || label || control?.textContent || target.localName;
          const named = words.replace(/\s+/g, ' ').trim();
          if (event.composedPath().includes(node) || (control !== null && pattern.test(named))) {
            if (answered.includes(event.type)) dataset.hit = 'meant';
          } else if (target.closest('label')?.control !== node) {
            // A label passes its click on to what it names. Whatever else is there must not hear of it.
            dataset.hit = named;
            event.preventDefault();
            event.stopImmediatePropagation();
          }
        };
        // Before any listener of the screen's own.
        for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          addEventListener(name, watch, options);
      },
      name.source,
      name.flags,
    );
    const failure = await element.click().then(
      () => null,
      (error: unknown) => error,
    );
    // The click may have closed the screen, or opened another one in its place: then it may not have heard of its own end.
    const hit = await this.page
      .evaluate(() => {
        // What is clicked from here on, by a key for one, is meant.
        (globalThis as { watchingClick?: AbortController }).watchingClick?.abort();
        return document.documentElement.dataset.hit;
      })
      .catch(() => undefined);
    if (hit === undefined || hit === 'meant') return true;
    if (hit !== '') throw new Error(`“${hit}” was in its place`);
    if (failure !== null) throw failure;
    return false;
  }

  /** Types into a field after emptying it. */
  async type(role: Role, name: RegExp, text: string): Promise<void> {
    await this.#rest();
    await waitFor(`a ${role} named ${name} to have the focus`, async () => {
      const field = await this.#look(role, name);
      return field?.evaluate((element) => {
        (element as HTMLInputElement).focus();
        (element as HTMLInputElement).select();
        return document.activeElement === element;
      });
    });
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
  }

  /** Presses a key once what listens for it is there, with another held down where that is given. */
  async press(key: KeyInput, held?: 'Control' | 'Shift'): Promise<void> {
    await this.#rest();
    if (held !== undefined) await this.page.keyboard.down(held);
    await this.page.keyboard.press(key);
    if (held !== undefined) await this.page.keyboard.up(held);
  }

  /** Types into what has the focus. */
  async write(text: string): Promise<void> {
    await this.#rest();
    await this.page.keyboard.type(text);
  }

  /**
   * Brings the screen to the front and waits until it has drawn two frames. What listens for keys, and the focus of
   * what has just opened, come a moment after what is seen; no hand is faster than that.
   */
  async #rest(): Promise<void> {
    await this.page.bringToFront();
    await waitFor('the screen to be drawn', () =>
      this.page.evaluate(async () => {
        if (document.visibilityState !== 'visible') return false;
        const frame = (): Promise<boolean> =>
          new Promise((resolve) => {
            requestAnimationFrame(() => resolve(true));
            setTimeout(() => resolve(false), 2000);
          });
        if (!(await frame()) || !(await frame())) return false;
        // What the second frame puts off, such as effects.
        await new Promise((resolve) => setTimeout(resolve));
        return true;
      }),
    );
  }

  text(): Promise<string> {
    return readVisibleText(this.page);
  }

  /**
   * Waits until the screen shows a text; white space counts as one space.
   *
   * @throws Error that says what it shows instead
   */
  async shows(pattern: RegExp | string): Promise<string> {
    let text = '';
    return waitFor(`the screen to show ${pattern}`, async () => {
      text = (await this.text()).replace(/\s+/g, ' ');
      const matches = typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
      return matches && text;
    }).catch((cause: unknown) => {
      throw new Error(`the screen never showed ${pattern}, but: ${text.slice(0, MOST_SHOWN)}`, { cause });
    });
  }

  /** Waits until the screen no longer shows a text. */
  async hides(pattern: RegExp | string): Promise<void> {
    await waitFor(`the screen not to show ${pattern}`, async () => {
      const text = (await this.text()).replace(/\s+/g, ' ');
      return !(typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text));
    });
  }
}
