// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Panel, type SummaryState } from '../../../components/quotes/Panel.tsx';
import { panelProps } from './gallery/panel-cases.ts';
import { show } from './render.tsx';

const summary = (state: SummaryState, onWrite = vi.fn(), onGoTo = vi.fn()) => ({ state, onWrite, onGoTo });

it('shows no summary where the user has not asked for any', async () => {
  const panel = await show(<Panel {...panelProps()} />);
  expect(panel.text()).not.toContain('Written by a machine');
});

it('says plainly why there is none', async () => {
  const missing = summary({ kind: 'unavailable', why: 'missing' });
  const panel = await show(<Panel {...panelProps({ summary: missing })} />);
  expect(panel.text()).toContain('This browser has no built-in model');
  expect(panel.has('Write a summary')).toBe(false);
  const refused = summary({ kind: 'unavailable', why: 'unavailable' });
  await panel.again(<Panel {...panelProps({ summary: refused })} />);
  expect(panel.text()).toContain('cannot summarise this article');
});

it('writes when asked, tells how it goes, and lets the user try again', async () => {
  const onWrite = vi.fn();
  const panel = await show(
    <Panel {...panelProps({ summary: summary({ kind: 'ready', mustFetch: true }, onWrite) })} />,
  );
  expect(panel.text()).toContain('has to download its model first');
  await panel.click('Write a summary');
  expect(onWrite).toHaveBeenCalledOnce();
  const fetching = summary({ kind: 'writing', part: 0.4 }, onWrite);
  await panel.again(<Panel {...panelProps({ summary: fetching })} />);
  expect(panel.text()).toContain('40%');
  const failed = summary({ kind: 'failed', message: 'out of memory' }, onWrite);
  await panel.again(<Panel {...panelProps({ summary: failed })} />);
  expect(panel.text()).toContain('out of memory');
  await panel.click('Try again');
  expect(onWrite).toHaveBeenCalledTimes(2);
});

it('marks a summary as a machine’s, links each sentence to its place, and says where there is none', async () => {
  const onGoTo = vi.fn();
  const props = panelProps();
  const sentences = ['Ice closed the harbour six weeks early on Friday.', 'Penguins are not to blame.'];
  const panel = await show(
    <Panel {...props} summary={summary({ kind: 'written', sentences }, vi.fn(), onGoTo)} />,
  );
  expect(panel.text()).toContain('Written by a machine on this device');
  expect(panel.text()).toContain('Penguins are not to blame. not found in the article');
  await panel.click(/^Go to this sentence in the article/);
  const text = props.page.kind === 'article' ? props.page.article.text : '';
  const [start, end] = onGoTo.mock.calls[0] as [number, number];
  expect(text.slice(start, end)).toMatch(/^The ferry to the outer islands .* six weeks early\.$/);
});
