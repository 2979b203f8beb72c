// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { OtherArticles } from '../../../../components/quotes/Elsewhere.tsx';
import { KeyQuotes } from '../../../../components/quotes/KeyQuotes.tsx';
import { Panel } from '../../../../components/quotes/Panel.tsx';
import { Reader } from '../../../../components/reader/Reader.tsx';
import { chooseKeyQuotes } from '../../../../utils/quotes/ranking/choose-key-quotes.ts';
import { eventually } from '../../eventually.ts';
import { placesOf } from '../gallery/elsewhere-samples.ts';
import { panelProps } from '../gallery/panel-cases.ts';
import { readerProps } from '../gallery/reader-cases.ts';
import { ARTICLE, QUOTES } from '../gallery/samples.ts';
import { show } from '../render.tsx';

const [QUOTE] = QUOTES;
if (QUOTE === undefined) throw new Error('no quote');

it('lists the same words in order of time, with what differs', async () => {
  const onClose = vi.fn();
  const sheet = await show(
    <OtherArticles
      quote={QUOTE}
      saidAt={Date.UTC(2026, 10, 14)}
      article={ARTICLE}
      occurrences={placesOf(QUOTE)}
      hrefOf={(article, quote) => `#${article}-${quote}`}
      onClose={onClose}
    />,
  );
  const lines = [...sheet.root.querySelectorAll('li')].map((line) => line.textContent ?? '');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/The Evening Lantern.*13.*Earliest.*Shortened/);
  expect(lines[1]).toMatch(/The Nordholm Courier.*This article/);
  expect(lines[2]).toMatch(/Saltwater Quarterly.*Different wording/);
  expect(lines[3]).toMatch(/Osric Vandermolen.*Word for word · Different speaker/);
  const marked = (name: string): (string | null)[] =>
    [...sheet.root.querySelectorAll(name)].map(({ textContent }) => textContent);
  expect(marked('ins')).toEqual(['much too']);
  expect(marked('del')).toEqual(['six weeks']);
  expect([...sheet.root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '#lantern-1',
    '#quarterly-1',
    '#islander-1',
  ]);
});

it('is offered at the quotes that stand elsewhere, and at no others', async () => {
  const reader = await show(<Reader {...readerProps({ elsewhere: new Map([[0, placesOf(QUOTE)]]) })} />);
  await reader.press('v');
  await eventually(() => expect(reader.text()).toContain('Also in 3 articles'));
  expect(reader.text().split('Also in').length).toBe(2);
  await reader.click('Also in 3 articles');
  await eventually(() => expect(reader.text()).toContain('The same words elsewhere'));
  expect(reader.text()).toContain('Saltwater Quarterly');
});

it('is offered in the popup and the side panel, too, and opens the other articles in tabs', async () => {
  const props = panelProps();
  if (props.page.kind !== 'article') throw new Error('no article');
  const { article } = props.page;
  const [key = -1] = chooseKeyQuotes(article.quotes, 1);
  const occurrences = new Map([[key, placesOf(QUOTE)]]);
  const idle = { onJump: async () => true, onMark: () => undefined, onCopy: async () => true };
  for (const screen of [
    <Panel key="panel" {...props} occurrences={occurrences} />,
    <KeyQuotes key="popup" {...{ article, occurrences, ...idle }} />,
  ]) {
    const shown = await show(screen);
    await shown.click('Also in 3 articles');
    await eventually(() => expect(shown.text()).toContain('The same words elsewhere'));
    expect(shown.control(/^Ice in Nordholm/).getAttribute('target')).toBe('_blank');
  }
});
