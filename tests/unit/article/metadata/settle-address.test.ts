import { describe, expect, it } from 'vitest';
import { registrableDomain } from '../../../../utils/article/metadata/registrable-domain.ts';
import { isSameOwner, settleAddress } from '../../../../utils/article/metadata/settle-address.ts';
import { makeSave } from '../../library/make-article.ts';

describe('an owner', () => {
  it.each([
    ['https://www.paper.co.uk/a', 'https://amp.paper.co.uk/b', true],
    ['https://paper.example/a', 'http://paper.example:8080/b', true],
    ['https://paper.co.uk/a', 'https://other.co.uk/a', false],
    ['https://a.blogspot.com/x', 'https://b.blogspot.com/x', false],
    ['https://a.github.io/x', 'https://a.github.io/y', true],
    ['https://a.github.io/x', 'https://github.io/x', false],
    ['http://192.168.1.1/x', 'http://192.168.1.2/x', false],
    ['http://localhost/x', 'http://localhost/y', true],
    ['https://paper.example.evil.example/x', 'https://paper.example/x', false],
    ['https://paper.example@evil.example/x', 'https://paper.example/x', false],
  ])('of %s and %s: %s', async (a, b, same) => {
    expect(await isSameOwner(a, b)).toBe(same);
  });

  it('is somebody who registered a domain', () => {
    expect(registrableDomain('https://www.news.paper.co.uk/a')).toBe('paper.co.uk');
    expect(registrableDomain('no address')).toBe('');
  });
});

describe('the address of an article', () => {
  const url = 'https://evil.example/x/story?utm_source=mail';
  const settle = (canonicalUrl: string, claimedUrl?: string) =>
    settleAddress(
      makeSave({ url, canonicalUrl, ...(claimedUrl === undefined ? {} : { claimedUrl }) }).article,
      url,
    );

  it('is the canonical one within the domain', async () => {
    const settled = await settle('https://www.evil.example/story');
    expect(settled.canonicalUrl).toBe('https://www.evil.example/story');
    expect(settled).not.toHaveProperty('claimedUrl');
  });

  it('is the tab’s where another owner’s is named, which is a claim', async () => {
    expect(await settle('https://paper.example/x/story')).toMatchObject({
      canonicalUrl: 'https://evil.example/x/story',
      claimedUrl: 'https://paper.example/x/story',
    });
    expect(await settle(url, 'https://paper.example/other')).toMatchObject({
      canonicalUrl: url,
      claimedUrl: 'https://paper.example/other',
    });
    // Another host of the same owner is no claim.
    expect(await settle(url, 'https://www.evil.example/other')).not.toHaveProperty('claimedUrl');
  });

  it('is not that of a paper on a cache of search machines', async () => {
    const cache = 'https://paper-example.cdn.ampproject.org/c/s/paper.example/x/story';
    const article = makeSave({ url: cache, canonicalUrl: 'https://paper.example/x/story' }).article;
    expect(await settleAddress(article, cache)).toMatchObject({
      canonicalUrl: cache,
      claimedUrl: 'https://paper.example/x/story',
    });
  });
});
