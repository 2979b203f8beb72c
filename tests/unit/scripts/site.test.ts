import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

const DOCS = path.join(import.meta.dirname, '../../../docs');
const html = readFileSync(path.join(DOCS, 'index.html'), 'utf8');
const css = readFileSync(path.join(DOCS, 'site/site.css'), 'utf8');
const { document } = new JSDOM(html).window;

/** Where an attribute of some elements points, in order. */
function read(selector: string, attribute: string): string[] {
  return [...document.querySelectorAll(selector)].flatMap((element) => element.getAttribute(attribute) ?? []);
}

/** Addresses that the page loads, without those that only a click follows. */
function loaded(): string[] {
  const sets = read('[srcset]', 'srcset').flatMap((set) =>
    set.split(',').map((one) => one.trim().split(' ')[0]),
  );
  const styles = [...css.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url]) =>
    path.posix.join('site', url ?? ''),
  );
  return [...read('[src]', 'src'), ...read('link', 'href'), ...sets, ...styles].filter(
    (url) => url !== undefined,
  );
}

describe('the page of the site', () => {
  it('has no script, and none could be put in', () => {
    expect(document.querySelectorAll('script, iframe, object, embed, form, base').length).toBe(0);
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(read('a', 'href').filter((href) => /^(?:javascript|data):/i.test(href))).toEqual([]);
    expect(read('meta[http-equiv="Content-Security-Policy"]', 'content')[0]).toContain("script-src 'none'");
  });

  it('loads nothing from elsewhere', () => {
    expect(loaded().filter((url) => /^(?:[a-z]+:|\/)/i.test(url))).toEqual([]);
    expect(css).not.toContain('@import');
    expect(document.querySelector('style')).toBeNull();
  });

  it('leads to files and places that exist, and to none outside what is published', () => {
    const links = read('a', 'href').filter((href) => !href.startsWith('https://'));
    for (const address of [...loaded(), ...links]) {
      const [file = '', place = ''] = address.split('#');
      const there = path.join(DOCS, file);
      expect(path.relative(DOCS, there).startsWith('..'), address).toBe(false);
      expect(existsSync(there), address).toBe(true);
      if (file === '') expect(document.getElementById(place), address).not.toBeNull();
    }
  });

  it('describes each picture, and keeps its place until it is there', () => {
    for (const image of document.querySelectorAll('img')) {
      expect(image.getAttribute('alt'), image.outerHTML).not.toBeNull();
      if (image.closest('.brand') === null) expect(image.alt.length, image.outerHTML).toBeGreaterThan(20);
      expect(Number(image.getAttribute('width')), image.outerHTML).toBeGreaterThan(0);
      expect(Number(image.getAttribute('height')), image.outerHTML).toBeGreaterThan(0);
    }
  });
});
