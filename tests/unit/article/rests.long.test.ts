// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { cutTail } from '../../../utils/article/body/cut-tail.ts';
import { isPreview } from '../../../utils/article/body/is-preview.ts';
import { readMainPart } from '../../../utils/article/body/main-part.ts';
import { findNoteLinks } from '../../../utils/article/body/note-links.ts';
import { type BlockModel, readBlocks } from '../../../utils/article/body/read-blocks.ts';
import { weighBoxes } from '../../../utils/article/body/weigh-boxes.ts';
import { readMetadata } from '../../../utils/article/metadata/read-metadata.ts';
import { captureDom } from '../../../utils/page/dom-realm.ts';
import { runAtOnce, type Steps } from '../../../utils/page/in-slices.ts';
import { ARTICLE_URL, parsePage } from './make-page.ts';

const LINES = 5000;
/** Lines between two chances for the page to have its turn: a few milliseconds. */
const MOST_AT_ONCE = 600;

const restsIn = (steps: Steps<unknown>): number => {
  let rests = 0;
  while (steps.next(false).done !== true) rests++;
  return rests;
};

const lists: [string, (n: number) => string][] = [
  ['links', (n) => `<div id="l${n}"><a href="#l${n - 1}">Boat ${n}</a></div>`],
  ['cells', (n) => `<table><tr><td id="c${n}">Boat ${n} <a href="#c0">*</a></td></tr></table>`],
];

it.each(lists)('lets the page have its turn all through a long list of %s', (_, line) => {
  const html = Array.from({ length: LINES }, (_, n) => line(n)).join('');
  const page = parsePage(`<title>Boats</title><main>${html}</main>`);
  captureDom(page);
  const model: BlockModel = readBlocks(page.body);
  runAtOnce(weighBoxes(model, null));
  const { blocks, root } = model;
  const metadata = readMetadata(page, ARTICLE_URL);
  const work: Record<string, Steps<unknown>> = {
    tail: cutTail([...blocks], { ...root, prose: 1e6 }),
    preview: isPreview(metadata, model, 'Boats', 1),
    'main part': readMainPart(model, null),
    notes: findNoteLinks(page.body, ARTICLE_URL),
  };
  for (const [name, steps] of Object.entries(work))
    expect(restsIn(steps), name).toBeGreaterThanOrEqual(LINES / MOST_AT_ONCE - 1);
});
