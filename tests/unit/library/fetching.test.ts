import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../entrypoints/background/decode-html.ts';
import { fetchLimited, HttpError, TooBigError } from '../../../entrypoints/background/fetch-limited.ts';
import { imageTypeOf } from '../../../entrypoints/background/image-type.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function answering(body: BodyInit | null, init: ResponseInit = {}): typeof fetch {
  return () => Promise.resolve(new Response(body, init));
}

/** A body that never ends. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });
}

describe('fetching with a limit', () => {
  it('gives the bytes and their type', async () => {
    const init = { headers: { 'content-type': 'text/html' } };
    const { bytes, contentType } = await fetchLimited(
      'https://a.example/',
      10,
      1000,
      answering('hello', init),
    );
    expect(new TextDecoder().decode(bytes)).toBe('hello');
    expect(contentType).toBe('text/html');
  });

  it('stops where more comes than is allowed, announced or not', async () => {
    const announced = answering('x', { headers: { 'content-length': '11' } });
    await expect(fetchLimited('https://a.example/', 10, 1000, announced)).rejects.toThrow(TooBigError);
    await expect(fetchLimited('https://a.example/', 5000, 1000, answering(endless()))).rejects.toThrow(
      TooBigError,
    );
  });

  it('says what the site answered', async () => {
    const refusing = fetchLimited('https://a.example/', 10, 1000, answering(null, { status: 403 }));
    await expect(refusing).rejects.toMatchObject({ name: 'HttpError', status: 403 });
    await expect(refusing).rejects.toBeInstanceOf(HttpError);
  });
});

describe('the type of an image', () => {
  it.each([
    ['image/png', [], 'image/png'],
    ['Image/SVG+XML; charset=utf-8', [], 'image/svg+xml'],
    ['', PNG, 'image/png'],
    ['application/octet-stream', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['application/octet-stream', [0x3c, 0x68, 0x74], null],
    ['text/html', PNG, null],
    ['image/png"><script>', PNG, null],
  ])('%s %j is %s', (contentType, bytes, expected) => {
    expect(imageTypeOf(contentType, Uint8Array.from(bytes))).toBe(expected);
  });
});

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
