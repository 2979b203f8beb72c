import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../utils/fetching/decode-html.ts';

describe('decoding a page', () => {
  const utf8 = new TextEncoder();
  const latin = (text: string): Uint8Array =>
    Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

  it('follows the byte order mark, the header, the page, in this order', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8.encode('<p>Zoë')]);
    expect(decodeHtml(marked, 'text/html; charset=iso-8859-1')).toBe('<p>Zoë');
    expect(decodeHtml(latin('<p>Zo\u00eb'), 'text/html; charset="ISO-8859-1"')).toBe('<p>Zoë');
    const cyrillic = Uint8Array.from([...utf8.encode('<meta charset=windows-1251><p>'), 0xcc, 0xe8, 0xf0]);
    expect(decodeHtml(cyrillic, 'text/html')).toContain('Мир');
  });

  it('takes UTF-8 where nothing is said, and the old encoding where it cannot be that', () => {
    expect(decodeHtml(utf8.encode('<p>Zoë'), '')).toBe('<p>Zoë');
    expect(decodeHtml(latin('<p>Zo\u00eb'), '')).toBe('<p>Zoë');
    expect(decodeHtml(utf8.encode('<p>Zoë'), 'text/html; charset=nonsense')).toBe('<p>Zoë');
  });
});
