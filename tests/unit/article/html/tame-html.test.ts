// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { sanitiseHtml } from '../../../../utils/article/html/sanitise-html.ts';
import { tameHtml } from '../../../../utils/article/html/tame-html.ts';
import { paragraphs } from '../make-page.ts';

const KEPT = { tags: new Set(['p', 'b', 'img']), gone: new Set(['script']), attributes: ['src', 'alt'] };
const MANY = Array.from({ length: 150 }, (_, i) => `data-a${i}="${i}"`).join(' ');

it('leaves ordinary markup as it is, letter for letter', () => {
  const html = ' <p>One<center>Two</center><IMG src="/a.png"\n alt=x>';
  expect(tameHtml(html, KEPT)).toBe(html);
});

it('unwraps what is nested in many elements that are not kept', () => {
  const html = `${'<center>x'.repeat(40)}<p>One <b>two</b></p>three<script>no</script><p>four</p>${'</center>'.repeat(40)}five`;
  expect(tameHtml(html, KEPT)).toBe(`${'x'.repeat(40)}<p>One <b>two</b></p>three<p>four</p>five`);
});

it('keeps of any number of attributes those that count', () => {
  expect(tameHtml(`<p>One<img ${MANY} src="/a.png" onerror="no" alt="x">two</p>`, KEPT)).toBe(
    '<p>One<img src="/a.png" alt="x">two</p>',
  );
});

it('changes nothing of what is left when it is sanitised', () => {
  const body = paragraphs(200);
  const wild = `${'<center>'.repeat(40)}${body}<p ${MANY} onclick="no()">last</p>`;
  expect(wild.length).toBeGreaterThan(20_000);
  expect(sanitiseHtml(wild)).toBe(`${body}<p>last</p>`);
});
