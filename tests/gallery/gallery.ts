import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { findClippedWords } from './clipped-words.ts';

const ROOT = fileURLToPath(new URL('../unit/components/gallery/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** A machine with much else to do draws seventy screens in half a minute. */
const PATIENCE_MS = 180_000;

/**
 * Runs in the page of all cases.
 *
 * @returns the cases that are neither drawn nor have noted a fault, and how far each has come
 */
function findMissing(): string[] {
  const frames = [...document.querySelectorAll('iframe')];
  if (frames.length === 0) return ['all'];
  return frames.flatMap(({ title, contentDocument }) => {
    // A document that has only begun has no root element.
    const drawn = contentDocument?.querySelector('#root > *, :root[data-fault]');
    // A font is asked for when the words that want it are laid out, and until it is there they are of another width.
    drawn?.getBoundingClientRect();
    const fonts = contentDocument?.fonts.status;
    if (drawn != null && fonts === 'loaded') return [];
    return [`${title} (${contentDocument?.URL}, ${contentDocument?.readyState}, fonts ${fonts})`];
  });
}

/** Runs in the page of all cases: what comes in moving is there. */
function endMoves(): void {
  const documents = [...document.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument);
  for (const animation of documents.flatMap((one) => one?.getAnimations() ?? [])) {
    if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish();
  }
}

/** One state of one screen. */
export interface GalleryCase {
  screen: string;
  name: string;
}

/** How a case is shown. */
export interface GalleryLook {
  theme: 'light' | 'dark' | 'sepia' | 'contrast';
  width: number;
  dir?: 'ltr' | 'rtl';
  /** In the pseudo-locale: accented, 40 % longer, in brackets. */
  isLong?: boolean;
}

/** The page of all components in all their states, built and served on this machine. */
export class Gallery {
  readonly #server: Server;
  readonly #url: string;

  private constructor(server: Server) {
    this.#server = server;
    this.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Gallery> {
    const built = await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
      build: {
        write: false,
        // As the extension is built: for older browsers `:dir()` would become a list of languages.
        target: ['chrome120', 'firefox140'],
        // Seventy frames read it. In one piece: each would fetch a dozen parts that screens load when they are asked for.
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'all', test: /^(?!.*locales\/)/ }] } },
        },
      },
    });
    if (!('output' in built)) throw new Error('the gallery was not built in one piece');
    const files = new Map<string, string | Uint8Array>();
    for (const file of built.output) files.set(`/${file.fileName}`, 'code' in file ? file.code : file.source);
    const server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://gallery').pathname;
      const content = files.get(name === '/' ? '/index.html' : name);
      response.writeHead(content === undefined ? 404 : 200, {
        'content-type': TYPES[path.extname(name) || '.html'] ?? 'application/octet-stream',
        // Seventy frames read the same files.
        'cache-control': name === '/' ? 'no-cache' : 'max-age=3600',
      });
      response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Gallery(server);
  }

  close(): void {
    this.#server.close();
  }

  /** Every state of every screen, as the gallery's own list has them. */
  async cases(page: Page): Promise<GalleryCase[]> {
    await page.goto(this.#url);
    await page.waitForSelector('a');
    const links = await page.$$eval('a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
    return links.map((href) => {
      const wanted = new URLSearchParams(href);
      return { screen: wanted.get('screen') ?? '', name: wanted.get('case') ?? '' };
    });
  }

  /**
   * Shows every case on one page.
   *
   * @returns by case what went wrong, and what is too small to be read or hit: letters under 12 px, buttons under 24
   */
  async showAll(page: Page): Promise<string[]> {
    await this.#openAll(page, '');
    return page.$$eval('iframe', (frames) =>
      frames.flatMap(({ title, contentDocument }) => {
        const fault = contentDocument?.documentElement.dataset.fault;
        const found = fault === undefined ? [] : [fault];
        for (const element of contentDocument?.querySelectorAll<HTMLElement>('#root *') ?? []) {
          if (!element.checkVisibility() || element.closest('.visually-hidden') !== null) continue;
          const isRead = [...element.childNodes].some(
            ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
          );
          if (isRead && Number.parseFloat(getComputedStyle(element).fontSize) < 12) {
            found.push(`small letters: ${element.outerHTML}`);
          }
          const { width, height } = element.getBoundingClientRect();
          if (element.matches('button, select, summary') && width > 0 && Math.min(width, height) < 24) {
            found.push(`small button, ${width} × ${height} px: ${element.outerHTML}`);
          }
        }
        return found.map((one) => `${title}: ${one}`);
      }),
    );
  }

  /**
   * Shows every case in the pseudo-locale, in windows as narrow as they get or as wide as usual.
   *
   * @returns by case the words of the interface that can't be read to their end
   */
  async showLong(page: Page, isNarrow: boolean, dir: 'ltr' | 'rtl'): Promise<string[]> {
    await this.#openAll(page, `&long&dir=${dir}${isNarrow ? '&narrow' : ''}`);
    // All in one look: to ask a hundred frames one after the other takes longer than to look at them.
    return page.$$eval(
      'iframe',
      (frames, look) =>
        frames.flatMap(({ title, contentWindow }) => {
          const { eval: read } = contentWindow as unknown as { eval: (code: string) => () => string[] };
          return read(`(${look})`)().map((one) => `${title}: ${one}`);
        }),
      String(findClippedWords),
    );
  }

  /** Opens the page of all cases, and waits until each of them is there. */
  async #openAll(page: Page, more: string): Promise<void> {
    await page.setViewport({ width: 1680, height: 900 });
    // Chromium waits for each of the frames as well: how long that may take is said below.
    await page.goto(`${this.#url}/?all${more}`, { waitUntil: 'domcontentloaded', timeout: 0 });
    // By the clock: as is usual, by frames, Firefox would look only when it draws, and it draws no more once all stands.
    let missing: string[] = [];
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(200)) {
      missing = await page.evaluate(findMissing);
      if (missing.length === 0) return page.evaluate(endMoves);
    }
    throw new Error(
      `${missing.length} cases of the gallery are not there: ${missing.slice(0, 5).join('; ')}`,
    );
  }

  /** Has the page of all cases shown in another theme. */
  async changeTheme(page: Page, theme: GalleryLook['theme']): Promise<void> {
    await page.$$eval(
      'iframe',
      (frames, shown) => {
        for (const root of [document, ...frames.map(({ contentDocument }) => contentDocument)]) {
          if (root !== null) root.documentElement.dataset.theme = shown;
        }
      },
      theme,
    );
  }

  /** Shows a case, and waits until it stands still. */
  async show(page: Page, { screen, name }: GalleryCase, look: GalleryLook): Promise<void> {
    const wanted = new URLSearchParams({ screen, case: name, theme: look.theme, dir: look.dir ?? 'ltr' });
    if (look.isLong) wanted.set('long', '');
    await page.setViewport({ width: look.width, height: 900 });
    await page.goto(`${this.#url}/?${wanted}`);
    await page.waitForSelector('#root > *');
    await page.evaluate(async () => {
      // A font is asked for when the words that want it are laid out.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await document.fonts.ready;
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish();
      }
    });
  }
}
