// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { addressElsewhere } from '../../../../utils/article/metadata/address-elsewhere.ts';
import { captureDom } from '../../../../utils/page/dom-realm.ts';
import { parsePage } from '../make-page.ts';

const HERE = 'https://m.paper.example/ferry?page=2';
const HOME = 'https://paper.example/ferry';

function elsewhere(head: string): string | null {
  const page = parsePage(head);
  captureDom(page);
  return addressElsewhere(page, HERE);
}

it.each(
  Object.entries({
    'written out': `<link rel="canonical" href="${HOME}">`,
    'without its scheme': '<link rel="canonical" href="//paper.example/ferry">',
    'with blanks and line breaks around': `<link rel="canonical" href=" \n${HOME}\n ">`,
    'in capitals': '<link rel="Canonical" href="HTTPS://Paper.Example/ferry">',
    'counted from the base':
      '<base href="https://paper.example/news/"><link rel="canonical" href="../ferry">',
    'counted from a base without scheme': '<base href="//paper.example/"><link rel="canonical" href="ferry">',
  }),
)('finds the address on another host: %s', (_, head) => {
  expect(elsewhere(head)).toBe(HOME);
});

it.each([
  ['none', ''],
  ['one of its own host', '<link rel="canonical" href="/ferry">'],
  ['an empty one, whatever the base', '<base href="https://paper.example/"><link rel="canonical" href=" ">'],
  ['none but a base', '<base href="https://paper.example/">'],
  ['a script', '<link rel="canonical" href="javascript:alert(1)">'],
  ['what is no address', '<link rel="canonical" href="https://">'],
  ['one that is too long', `<link rel="canonical" href="https://paper.example/${'a'.repeat(10_000)}">`],
])('finds none where the page says %s', (_, head) => {
  expect(elsewhere(head)).toBeNull();
});
