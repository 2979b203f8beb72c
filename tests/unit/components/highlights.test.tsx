// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Reader } from '../../../components/reader/Reader.tsx';
import { eventually } from '../eventually.ts';
import { readerProps } from './gallery/reader-cases.ts';
import { type Shown, show } from './render.tsx';

const NOTED = {
  id: 'one',
  text: 'eleven days of flour',
  start: null,
  end: null,
  note: 'Ask the miller.',
  colour: 'green',
} as const;

function selectIn(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Lets the screen work on until it shows something. */
async function untilThere(reader: Shown, selector: string): Promise<void> {
  while (reader.root.querySelector(selector) === null) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
}

async function selectWords(reader: Shown, words: string): Promise<void> {
  // Words are selected in the text as it stands once its quotes are marked.
  await untilThere(reader, '.quoted');
  const body = reader.root.querySelector('.reader__body');
  const walker = document.createTreeWalker(body ?? document, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node !== null && !(node.textContent ?? '').includes(words)) node = walker.nextNode();
  if (node === null) throw new Error(`“${words}” is not in the text`);
  const at = (node.textContent ?? '').indexOf(words);
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(selectIn(node, at, at + words.length));
  document.dispatchEvent(new Event('selectionchange'));
  await untilThere(reader, '.highlight-bar');
}

it('highlights selected words by key, at their place in the text', async () => {
  const onAdd = vi.fn(async () => 'new');
  const props = readerProps();
  const reader = await show(
    <Reader {...props} highlightActions={{ onAdd, onChange: vi.fn(), onDelete: vi.fn() }} />,
  );
  await selectWords(reader, 'eleven days of flour');
  await reader.press('h');
  const start = props.text.indexOf('eleven days of flour');
  expect(onAdd).toHaveBeenCalledWith({ start, end: start + 'eleven days of flour'.length }, 'yellow');
});

it('offers only to copy where nothing can be kept', async () => {
  const onCopyWords = vi.fn(async () => true);
  const reader = await show(
    <Reader {...readerProps({ saved: null, highlightActions: null, onCopyWords })} />,
  );
  await selectWords(reader, 'eleven days of flour');
  expect(reader.has('Note')).toBe(false);
  await reader.click('Copy with citation');
  expect(onCopyWords).toHaveBeenCalled();
});

it('keeps a note when its box is closed by Escape', async () => {
  const onChange = vi.fn();
  const actions = { onAdd: vi.fn(async () => null), onChange, onDelete: vi.fn() };
  const reader = await show(<Reader {...readerProps({ highlights: [NOTED], highlightActions: actions })} />);
  await reader.press('m');
  await eventually(() => expect(reader.root.querySelector('.reader__voices li')).not.toBeNull());
  await reader.click('eleven days of flour');
  await eventually(() => expect(reader.root.querySelector('textarea')).not.toBeNull());
  const field = reader.root.querySelector('textarea');
  if (field === null) throw new Error('no field for the note');
  await act(() => {
    field.value = 'Asked. Ten days.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
  expect(onChange).toHaveBeenCalledWith('one', { note: 'Asked. Ten days.' });
});
