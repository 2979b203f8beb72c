import { expect, it, vi } from 'vitest';
import { decodeHtml } from '../../../utils/fetching/decode-html.ts';
import {
  HttpError,
  NoAccessError,
  NoAnswerError,
  NotPublicError,
  TooBigError,
} from '../../../utils/fetching/errors.ts';
import { fetchLimited } from '../../../utils/fetching/fetch-limited.ts';
import { detectImageType } from '../../../utils/fetching/image-type.ts';
import { judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import { getRetryTime, parseRetryAfter } from '../../../utils/fetching/retry.ts';

const utf8 = new TextEncoder();
const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

it('decoding a page follows the byte order mark, the header, the page, in this order', () => {
  const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8.encode('<p>Zoë')]);
  expect(decodeHtml(marked, 'text/html; charset=iso-8859-1')).toBe('<p>Zoë');
  expect(decodeHtml(latin('<p>Zo\u00eb'), 'text/html; charset="ISO-8859-1"')).toBe('<p>Zoë');
  const cyrillic = Uint8Array.from([...utf8.encode('<meta charset=windows-1251><p>'), 0xcc, 0xe8, 0xf0]);
  expect(decodeHtml(cyrillic, 'text/html')).toContain('Мир');
});

it('decoding a page takes UTF-8 where nothing is said, and the old encoding where it cannot be that', () => {
  expect(decodeHtml(utf8.encode('<p>Zoë'), '')).toBe('<p>Zoë');
  expect(decodeHtml(latin('<p>Zo\u00eb'), '')).toBe('<p>Zoë');
  expect(decodeHtml(utf8.encode('<p>Zoë'), 'text/html; charset=nonsense')).toBe('<p>Zoë');
});

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const HTML = [...'<html><script>'].map((letter) => letter.charCodeAt(0));
const box = (brand: string): number[] => [
  0,
  0,
  0,
  32,
  ...[...`ftyp${brand}`].map((letter) => letter.charCodeAt(0)),
];

it.each([
  ['image/png', PNG, 'image/png'],
  ['Image/SVG+XML; charset=utf-8', HTML, 'image/svg+xml'],
  ['', PNG, 'image/png'],
  ['application/octet-stream', JPEG, 'image/jpeg'],
  ['application/octet-stream', HTML, null],
  ['text/html', PNG, null],
  ['image/png"><script>', PNG, 'image/png'],
  // Not what it is said to be
  ['image/png', JPEG, 'image/jpeg'],
  ['image/png', HTML, null],
  ['image/x-anything', HTML, null],
  ['image/png', [], null],
  ['image/avif', box('avif'), 'image/avif'],
  ['image/avif', box('mif1'), 'image/avif'],
  ['image/heic', box('heic'), 'image/heic'],
  ['video/mp4', box('isom'), null],
  ['image/vnd.microsoft.icon', [0, 0, 1, 0, 1], 'image/x-icon'],
])('the type of an image: %s %j is %s', (contentType, bytes, expected) =>
  expect(detectImageType(contentType, Uint8Array.from(bytes))).toBe(expected),
);

const NOW = Date.parse('2026-06-01T12:00:00Z');

it.each([
  [null, null],
  ['120', 120_000],
  [' 5 ', 5000],
  ['Mon, 01 Jun 2026 12:01:00 GMT', 60_000],
  ['Mon, 01 Jun 2026 11:00:00 GMT', null],
  ['0', null],
  ['soon', null],
  ['-3', null],
])('Retry-After: %j is %j ms', (header, wait) => expect(parseRetryAfter(header, NOW)).toBe(wait));

it('the next try comes after our own wait or the site’s, whichever is longer, and not after an hour', () => {
  expect(getRetryTime([1000, 2000], 1, null, NOW)).toBe(NOW + 1000);
  expect(getRetryTime([1000, 2000], 2, 500, NOW)).toBe(NOW + 2000);
  expect(getRetryTime([1000, 2000], 1, 60_000, NOW)).toBe(NOW + 60_000);
  expect(getRetryTime([1000, 2000], 1, 9e9, NOW)).toBe(NOW + 3_600_000);
});

it('the next try never comes when all were made', () =>
  expect(getRetryTime([1000, 2000], 3, 60_000, NOW)).toBeNull());

it.each([400, 401, 402, 403, 404, 405, 410, 418, 451])(
  'a failed fetch is final where the site says %i',
  (status) =>
    expect(judgeFailure(new HttpError(status, 5000))).toMatchObject({ mayRetry: false, wait: null }),
);

it.each([408, 425, 429, 500, 503])(
  'a failed fetch is tried again where the site says %i, when it says',
  (status) => {
    const verdict = { reason: 'unreachable', mayRetry: true, wait: 5000 };
    expect(judgeFailure(new HttpError(status, 5000))).toEqual(verdict);
  },
);

it('a failed fetch has its reason', () => {
  const reasonOf = (error: unknown) => judgeFailure(error).reason;
  expect([401, 403, 404, 410, 400].map((status) => reasonOf(new HttpError(status)))).toEqual([
    'needsLogin',
    'needsLogin',
    'gone',
    'gone',
    'refused',
  ]);
  const errors = [new TooBigError(), new NotPublicError(), new NoAccessError(), new NoAnswerError(), 'x'];
  expect(errors.map(reasonOf)).toEqual(['tooBig', 'notPublic', 'noAccess', 'unreachable', 'unreachable']);
});

const LIMITS = { bytes: 10, time: 1000 };

const answering =
  (body: BodyInit | null, init: ResponseInit = {}): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, init));

/** A body that never ends. */
const endless = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });

/** An answer that came from another address than was asked. */
function answeringFrom(url: string): typeof fetch {
  const response = new Response('secret');
  Object.defineProperty(response, 'url', { value: url });
  return () => Promise.resolve(response);
}

it('fetching with a limit gives the bytes and their type', async () => {
  const init = { headers: { 'content-type': 'text/html' } };
  const answer = answering('hello', init);
  const { bytes, contentType } = await fetchLimited('https://a.example/', LIMITS, 'follow', answer);
  expect(new TextDecoder().decode(bytes)).toBe('hello');
  expect(contentType).toBe('text/html');
});

it('fetching with a limit stops where more comes than is allowed, announced or not', async () => {
  const announced = answering('x', { headers: { 'content-length': '11' } });
  await expect(fetchLimited('https://a.example/', LIMITS, 'follow', announced)).rejects.toThrow(TooBigError);
  const unending = answering(endless());
  const large = { ...LIMITS, bytes: 5000 };
  await expect(fetchLimited('https://a.example/', large, 'follow', unending)).rejects.toThrow(TooBigError);
});

it('fetching with a limit says what the site answered', async () => {
  const answer = answering(null, { status: 403, headers: { 'retry-after': '7' } });
  const refusing = fetchLimited('https://a.example/', LIMITS, 'follow', answer);
  await expect(refusing).rejects.toMatchObject({ name: 'HttpError', status: 403, wait: 7000 });
  await expect(refusing).rejects.toBeInstanceOf(HttpError);
});

it('fetching with a limit says that nobody answered', async () => {
  const failing: typeof fetch = () => Promise.reject(new TypeError('no network'));
  await expect(fetchLimited('https://a.example/', LIMITS, 'follow', failing)).rejects.toThrow(NoAnswerError);
});

it('fetching as nobody in particular sends no login and no referrer, and uses no cache', async () => {
  const fetch_ = vi.fn(answering('x'));
  await fetchLimited('https://a.example/', LIMITS, 'follow', fetch_);
  expect(fetch_.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
});

it('fetching as nobody in particular follows no redirect where nobody checks where it leads', async () => {
  const fetch_ = vi.fn(answering('x'));
  await fetchLimited('https://a.example/', LIMITS, undefined, fetch_);
  expect(fetch_.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error' });
});

it('fetching as nobody in particular asks no address that is not public', async () => {
  const fetch_ = vi.fn(answering('x'));
  for (const url of ['http://127.0.0.1/', 'http://router/', 'file:///a', 'https://me:pw@a.example/'])
    await expect(fetchLimited(url, LIMITS, 'follow', fetch_)).rejects.toThrow(NotPublicError);
  expect(fetch_).not.toHaveBeenCalled();
});

it('fetching as nobody in particular takes nothing from an address that is not public, should a redirect have led there', async () => {
  const led = fetchLimited('https://a.example/', LIMITS, 'follow', answeringFrom('http://192.168.1.1/'));
  await expect(led).rejects.toThrow(NotPublicError);
});
