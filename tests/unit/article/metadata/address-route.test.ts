// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { routeOf, withoutPlace, withRouteAsPath } from '../../../../utils/article/metadata/address-route.ts';
import { isSameDocument, readCanonicalUrl } from '../../../../utils/article/metadata/page-address.ts';
import { identify } from '../../../../utils/library/articles/article-identity.ts';
import { makeArticle, parsePage } from '../make-page.ts';

const APP = 'https://paper.example/app';

it('tells a route from a place in the page', () => {
  expect(routeOf(`${APP}#/news/7`)).toBe('#/news/7');
  expect(routeOf(`${APP}#!news`)).toBe('#!news');
  for (const place of ['', '#', '#comments', '#part/2']) expect(routeOf(APP + place)).toBe('');
  expect(withoutPlace(`${APP}#comments`)).toBe(APP);
  expect(withoutPlace(`${APP}#/news/7`)).toBe(`${APP}#/news/7`);
});

it('keeps two articles apart that differ in their routes alone', () => {
  expect(isSameDocument(`${APP}#/a`, `${APP}#/b`)).toBe(false);
  expect(isSameDocument(`${APP}#part-1`, `${APP}#part-2`)).toBe(true);
  expect(identify(`${APP}#/a`)).not.toBe(identify(`${APP}#/b`));
  expect(identify(`${APP}#part-1`)).toBe(identify(APP));
});

it('believes no canonical address that leaves the route out', () => {
  const page = parsePage(makeArticle({ head: `<link rel="canonical" href="${APP}">` }));
  expect(readCanonicalUrl(page, `${APP}#/a`)).toBe(`${APP}#/a`);
  expect(readCanonicalUrl(page, `${APP}?utm_source=x#part-1`)).toBe(APP);
});

it('writes a route as a path for those who read its shape', () => {
  expect(withRouteAsPath(`${APP}/#!/news/7?page=2`)).toBe(`${APP}/news/7?page=2`);
  expect(withRouteAsPath(`${APP}#comments`)).toBe(`${APP}#comments`);
});
