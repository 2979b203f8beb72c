// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { joinPages } from '../../../../utils/article/pages/join-pages.ts';
import { prose } from '../make-page.ts';

const LINES = prose(9);
const page = (lines: readonly string[], before = '', after = '') => ({
  html: `${before}${lines.map((line) => `<p>${line}</p>`).join('')}${after}`,
  text: lines.join('\n\n'),
});
const textIn = (html: string): string => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll('p, li, h2')].map(({ textContent }) => textContent).join('\n\n');
};

describe('the pages of one article, joined', () => {
  it('have all of their paragraphs, in order, in the text and in the body', () => {
    const joined = joinPages([page(LINES.slice(0, 3)), page(LINES.slice(3, 6)), page(LINES.slice(6))]);
    expect(joined.text).toBe(LINES.join('\n\n'));
    expect(textIn(joined.html)).toBe(joined.text);
  });

  it('say the standfirst once, and keep the lead picture once', () => {
    const deck = 'How a town of three streets came to own a ferry, and what it did with it.';
    const lead =
      '<figure><img src="https://quay.example/ferry.jpg" alt=""><figcaption>The ferry</figcaption></figure>';
    const other = '<figure><img src="https://quay.example/ramp.jpg" alt=""></figure>';
    const joined = joinPages([
      page([deck, ...LINES.slice(0, 3)], lead),
      page([deck, ...LINES.slice(3, 6)], lead, other),
    ]);
    expect(joined.text).toBe([deck, ...LINES.slice(0, 6)].join('\n\n'));
    expect(textIn(joined.html)).toBe(joined.text);
    expect(joined.html.match(/<img/g)).toHaveLength(2);
    expect(joined.html).toContain('ramp.jpg');
  });

  it('keep a note about the author for the end', () => {
    const note = 'Ines Fahl writes about harbours.';
    const joined = joinPages([page([...LINES.slice(0, 3), note]), page([...LINES.slice(3, 6), note])]);
    expect(joined.text).toBe([...LINES.slice(0, 6), note].join('\n\n'));
    expect(textIn(joined.html)).toBe(joined.text);
  });

  it('repeat what an article says again further down', () => {
    const line = 'Nobody answered.';
    const second = [...LINES.slice(3, 9), line, ...prose(4)];
    const joined = joinPages([
      page([...LINES.slice(0, 3), line, LINES[0] ?? '', LINES[1] ?? '']),
      page(second),
    ]);
    expect(joined.text.split(line)).toHaveLength(3);
  });

  it('keep the notes of each page apart', () => {
    const note = (words: string) =>
      `<p>A claim<sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">${words}</li></ol>`;
    const joined = joinPages([
      { html: note('The log of 1911.'), text: 'A claim1\n\nThe log of 1911.' },
      { html: note('The log of 1924.'), text: 'Another claim1\n\nThe log of 1924.' },
    ]);
    const { body } = new DOMParser().parseFromString(joined.html, 'text/html');
    const notes = [...body.querySelectorAll('a')].map(
      (link) => body.querySelector(`[id="${link.getAttribute('href')?.slice(1)}"]`)?.textContent,
    );
    expect(notes).toEqual(['The log of 1911.', 'The log of 1924.']);
  });
});
