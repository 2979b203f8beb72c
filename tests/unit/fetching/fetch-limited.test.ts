import { describe, expect, it, vi } from 'vitest';
import { HttpError, NoAnswerError, NotPublicError, TooBigError } from '../../../utils/fetching/errors.ts';
import { fetchLimited } from '../../../utils/fetching/fetch-limited.ts';

const LIMITS = { bytes: 10, time: 1000 };

function answering(body: BodyInit | null, init: ResponseInit = {}): typeof fetch {
  return () => Promise.resolve(new Response(body, init));
}

/** A body that never ends. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });
}

/** An answer that came from another address than was asked. */
function answeringFrom(url: string): typeof fetch {
  const response = new Response('secret');
  Object.defineProperty(response, 'url', { value: url });
  return () => Promise.resolve(response);
}

describe('fetching with a limit', () => {
  it('gives the bytes and their type', async () => {
    const init = { headers: { 'content-type': 'text/html' } };
    const answer = answering('hello', init);
    const { bytes, contentType } = await fetchLimited('https://a.example/', LIMITS, 'follow', answer);
    expect(new TextDecoder().decode(bytes)).toBe('hello');
    expect(contentType).toBe('text/html');
  });

  it('stops where more comes than is allowed, announced or not', async () => {
    const announced = answering('x', { headers: { 'content-length': '11' } });
    await expect(fetchLimited('https://a.example/', LIMITS, 'follow', announced)).rejects.toThrow(
      TooBigError,
    );
    const unending = answering(endless());
    const large = { ...LIMITS, bytes: 5000 };
    await expect(fetchLimited('https://a.example/', large, 'follow', unending)).rejects.toThrow(TooBigError);
  });

  it('says what the site answered', async () => {
    const answer = answering(null, { status: 403, headers: { 'retry-after': '7' } });
    const refusing = fetchLimited('https://a.example/', LIMITS, 'follow', answer);
    await expect(refusing).rejects.toMatchObject({ name: 'HttpError', status: 403, wait: 7000 });
    await expect(refusing).rejects.toBeInstanceOf(HttpError);
  });

  it('says that nobody answered', async () => {
    const failing: typeof fetch = () => Promise.reject(new TypeError('no network'));
    await expect(fetchLimited('https://a.example/', LIMITS, 'follow', failing)).rejects.toThrow(
      NoAnswerError,
    );
  });
});

describe('fetching as nobody in particular', () => {
  it('sends no login and no referrer, and uses no cache', async () => {
    const fetch_ = vi.fn(answering('x'));
    await fetchLimited('https://a.example/', LIMITS, 'follow', fetch_);
    expect(fetch_.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('follows no redirect where nobody checks where it leads', async () => {
    const fetch_ = vi.fn(answering('x'));
    await fetchLimited('https://a.example/', LIMITS, undefined, fetch_);
    expect(fetch_.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error' });
  });

  it('asks no address that is not public', async () => {
    const fetch_ = vi.fn(answering('x'));
    for (const url of ['http://127.0.0.1/', 'http://router/', 'file:///a', 'https://me:pw@a.example/'])
      await expect(fetchLimited(url, LIMITS, 'follow', fetch_)).rejects.toThrow(NotPublicError);
    expect(fetch_).not.toHaveBeenCalled();
  });

  it('takes nothing from an address that is not public, should a redirect have led there', async () => {
    const led = fetchLimited('https://a.example/', LIMITS, 'follow', answeringFrom('http://192.168.1.1/'));
    await expect(led).rejects.toThrow(NotPublicError);
  });
});
