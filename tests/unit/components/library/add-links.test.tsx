// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { AddLinksSheet } from '../../../../components/library/AddLinksSheet.tsx';
import { useDroppedLinks } from '../../../../entrypoints/library/use-dropped-links.ts';
import type { LinkPreview } from '../../../../utils/library/view-types.ts';
import { eventually } from '../../eventually.ts';
import { type Shown, show } from '../render.tsx';

const A = 'https://tides.example/a';
const NOTHING: LinkPreview = { newLinks: [], existing: [], duplicates: 0, failures: [] };

const found: LinkPreview = {
  newLinks: [{ url: A, title: '' }],
  existing: [{ id: 'ice', title: 'Ice holds the strait' }],
  duplicates: 2,
  failures: [{ at: '4', url: '', title: 'the ferry is late', why: 'noAddress' }],
};

function open(text: string, survey: LinkPreview) {
  const onAdd = vi.fn();
  const onClose = vi.fn();
  const screen = (
    <AddLinksSheet
      text={text}
      destination={null}
      checkLinks={async () => survey}
      hrefOf={(id) => `reader.html?id=${id}`}
      onAdd={onAdd}
      onClose={onClose}
    />
  );
  return { screen, onAdd, onClose };
}

it('says what of a pasted text is new, here, given twice and no address; one key adds it', async () => {
  const { screen, onAdd, onClose } = open(`${A}\nthe ferry is late`, found);
  const shown = await show(screen);
  await eventually(() => expect(shown.text()).toContain('1 new article'));
  expect(shown.text()).toMatch(/1 already in your library ?Ice holds the strait/);
  expect(shown.text()).toContain('2 duplicates');
  expect(shown.text()).toMatch(/1 skipped ?the ferry is late · No address/);
  expect(shown.control('Ice holds the strait').getAttribute('href')).toBe('reader.html?id=ice');
  expect(document.activeElement?.textContent).toBe('Add 1 article');
  await shown.click('Add 1 article');
  expect(onAdd).toHaveBeenCalledWith(found.newLinks);
  expect(onClose).toHaveBeenCalled();
});

it('waits in its field where nothing was pasted, and says so where there is nothing to add', async () => {
  const { screen, onAdd, onClose } = open('', NOTHING);
  const shown = await show(screen);
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  await shown.click('Add');
  expect(shown.text()).toContain('No web address was found here.');
  expect(onAdd).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

it('adds with Ctrl and Enter from the field, also before it was looked at', async () => {
  const { screen, onAdd } = open('', found);
  const shown = await show(screen);
  const field = shown.root.querySelector('textarea');
  await act(() => {
    if (field === null) return;
    field.value = A;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => {
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  });
  expect(onAdd).toHaveBeenCalledWith(found.newLinks);
});

const onText = vi.fn();
const onFiles = vi.fn();
let page: Shown;

function Page() {
  const isOver = useDroppedLinks({ onText, onFiles });
  return (
    <>
      <input />
      <a href="#row">row</a>
      <p>{isOver ? 'over' : 'not over'}</p>
    </>
  );
}

/** What is pasted or dragged; jsdom has none. */
const transfer = (kinds: Record<string, string>, files: File[] = []) => ({
  types: [...Object.keys(kinds), ...(files.length > 0 ? ['Files'] : [])],
  files,
  getData: (kind: string) => kinds[kind] ?? '',
});

/** @returns whether the page has taken it from the browser */
async function give(type: string, data: ReturnType<typeof transfer>, at: Element | null = document.body) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: data, dataTransfer: data });
  await act(() => {
    at?.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

beforeEach(async () => {
  onText.mockReset();
  onFiles.mockReset();
  page = await show(<Page />);
});

it('takes addresses that are pasted on the page, and nothing else', async () => {
  expect(await give('paste', transfer({ 'text/plain': A }))).toBe(true);
  expect(onText).toHaveBeenCalledWith(A);
  onText.mockReset();
  expect(await give('paste', transfer({ 'text/plain': 'the ferry is late' }))).toBe(false);
  expect(await give('paste', transfer({ 'text/plain': A }), page.root.querySelector('input'))).toBe(false);
  expect(onText).not.toHaveBeenCalled();
});

it('takes addresses and files that are dropped, and says so while they are over it', async () => {
  const links = transfer({ 'text/uri-list': A, 'text/plain': 'Ice holds the strait' });
  expect(await give('dragover', links)).toBe(true);
  expect(page.text()).toContain('rowover');
  await give('drop', links);
  expect(page.text()).toContain('not over');
  expect(onText).toHaveBeenCalledWith(A);
  const file = new File([A], 'links.txt');
  await give('drop', transfer({}, [file]));
  expect(onFiles).toHaveBeenCalledWith([file]);
});

it('leaves alone what is dragged from the library itself', async () => {
  const own = transfer({ 'text/uri-list': A });
  await give('dragstart', own, page.root.querySelector('a'));
  expect(await give('dragover', own)).toBe(false);
  expect(await give('drop', own)).toBe(false);
  await give('dragend', own, page.root.querySelector('a'));
  expect(onText).not.toHaveBeenCalled();
  expect(await give('drop', own)).toBe(true);
});
