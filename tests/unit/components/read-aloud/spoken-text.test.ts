// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { listSentences } from '../../../../components/read-aloud/spoken-text.ts';

function make(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return root;
}

it('reads headline and text in order, without pictures, tables and marks of notes', () => {
  const root = make(
    `<p>The <b>ice</b> came.<sup><a href="#n1">[1]</a></sup> It stayed.</p>
     <figure><img alt="Ice"><figcaption>The basin on Friday.</figcaption></figure>
     <table><tr><td>11</td></tr></table><pre>code()</pre>
     <ul><li>Flour</li><li>A doctor</li></ul><blockquote><p>We asked.</p></blockquote>`,
  );
  const headline = document.createElement('h1');
  headline.textContent = 'Ferry service stops';
  expect(listSentences([headline, root], 'en').map((sentence) => sentence.text)).toEqual([
    'Ferry service stops',
    'The ice came.',
    'It stayed.',
    'Flour',
    'A doctor',
    'We asked.',
  ]);
});

it('finds the words of a sentence in the page, across inline elements', () => {
  const root = make('<p>First one. The <b>ice</b> came <i>six</i> weeks early.</p>');
  const sentence = listSentences([root], 'en')[1];
  expect(sentence?.rangeOf(0, sentence.text.length)?.toString()).toBe('The ice came six weeks early.');
  expect(sentence?.rangeOf(4, 7)?.toString()).toBe('ice');
  expect(sentence?.rangeOf(13, 16)?.toString()).toBe('six');
});

it('marks nothing in a page that is gone', () => {
  const root = make('<p>The ice came.</p>');
  const sentence = listSentences([root], 'en')[0];
  root.replaceChildren();
  expect(sentence?.rangeOf(0, 3)).toBeNull();
});
