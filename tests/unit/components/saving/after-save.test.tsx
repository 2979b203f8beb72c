// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { AfterSave } from '../../../../components/popup/SaveActions.tsx';
import { UndoBar } from '../../../../components/ui/UndoBar.tsx';
import { mountLibraryScreen } from '../../../../entrypoints/shared/mount-library-screen.tsx';
import { useAfterSave } from '../../../../entrypoints/shared/saving/use-after-save.ts';
import { useUndo } from '../../../../entrypoints/shared/use-undo.ts';
import { mergeNotes } from '../../../../utils/library/articles/article-note.ts';
import { eventually } from '../../eventually.ts';
import { leaveScreen, type Shown, show } from '../render.tsx';

const filed = vi.hoisted(() => ({
  here: new Set<string>(),
  notes: new Map<string, string>(),
  /** Reading how an article is filed waits for these. */
  slow: new Map<string, Promise<void>>(),
  former: null as string | null,
  back: [] as unknown[],
  /** The article that the former text is of. */
  isHere: true,
  /** Tags and lists that are on. */
  marks: new Set<string>(),
}));

async function mark(name: string): Promise<() => Promise<boolean>> {
  filed.marks.add(name);
  return async () => filed.marks.delete(name);
}

vi.mock('../../../../entrypoints/shared/saving/file-article.ts', () => ({
  readFiling: async (id: string) => {
    await filed.slow.get(id);
    if (!filed.here.has(id)) return null;
    const pick = (value: string) => ({ value, label: value, state: filed.marks.has(value) ? 'all' : 'none' });
    return {
      tags: [pick('Sea')],
      suggested: [],
      lists: [{ ...pick('Later'), depth: 0 }],
      note: filed.notes.get(id) ?? '',
    };
  },
  filing: {
    tag: async (_: string, tag: string) => mark(tag),
    list: async (_: string, list: string) => mark(list),
    undoNote: async (id: string, note: string, former: string) =>
      filed.notes.get(id) === note && filed.notes.set(id, former).has(id),
    mergeNote: async (id: string, note: string, base: string) =>
      filed.notes.set(id, mergeNotes(filed.notes.get(id) ?? '', base, note)),
    undoSave: async (id: string) => filed.here.delete(id),
    redoSave: async (id: string) => filed.here.add(id).has(id),
  },
}));

vi.mock('../../../../utils/messaging/send.ts', () => ({
  sendToBackground: async (_: string, { token }: { token: string }) =>
    filed.isHere && filed.back.push(token) > 0,
}));
vi.mock('../../../../entrypoints/shared/mount.tsx', () => ({ mount: () => undefined }));
vi.mock('../../../../utils/platform/bare-browser.ts', () => ({ isPrivateWindow: () => false }));
vi.mock('../../../../utils/platform/optional-apis.ts', () => ({}));

beforeEach(() => {
  // A note that is open in it is kept.
  leaveScreen();
  filed.here = new Set(['harbour', 'mill']);
  filed.notes.clear();
  filed.slow.clear();
  filed.former = null;
  filed.back = [];
  filed.isHere = true;
  filed.marks.clear();
  onRead.mockClear();
  localStorage.clear();
  history.replaceState(null, '', '/');
});

const onRead = vi.fn();

function Screen({ articleId }: { articleId: string | null }) {
  const undo = useUndo();
  const [isSettled, setSettled] = useState(false);
  const fresh = isSettled ? null : { settle: () => setSettled(true), former: filed.former };
  const after = useAfterSave(articleId, undo, fresh, onRead);
  return (
    <>
      {after !== null && <AfterSave {...after} />}
      {undo.undo !== null && <UndoBar {...undo.undo} onDismiss={undo.dismiss} />}
    </>
  );
}

const settled = (condition: () => boolean): Promise<void> => eventually(() => expect(condition()).toBe(true));

it('no single key deletes what was saved: “u” is there for the undo bar', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await page.press('u');
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(filed.here.has('harbour')).toBe(true);
});

const field = (page: Shown) => page.root.querySelector('textarea');

async function write(page: Shown, words: string): Promise<void> {
  await page.click('Note');
  await settled(() => field(page) !== null);
  await retype(page, words);
}

it.each<[string, (page: Shown) => Promise<void>]>([
  ['by “Save”', (page) => page.click('Save')],
  ['by Escape', (page) => page.press('Escape')],
  ['by another button', (page) => page.click('Tags')],
  ['for another tab', (page) => page.again(<Screen articleId="mill" />)],
])('a note stays that was being written, and with its article, when it is left %s', async (_, leave) => {
  const page = await show(<Screen articleId="harbour" />);
  await write(page, 'Ask the pilot.');
  await leave(page);
  await settled(() => filed.notes.size > 0);
  expect([...filed.notes]).toEqual([['harbour', 'Ask the pilot.']]);
  await settled(() => page.announced() !== '');
});

/** Reading how an article is filed waits until this is called. */
function holdReading(id: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  filed.slow.set(id, promise);
  return resolve;
}

it('shows no note of an article that the user has left, however late it is read', async () => {
  filed.notes.set('harbour', 'Ask the pilot.');
  const answer = holdReading('harbour');
  filed.slow.set('mill', new Promise(() => undefined));
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Note');
  await page.again(<Screen articleId="mill" />);
  answer();
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await page.again(<Screen articleId="mill" />);
  expect(field(page)).toBeNull();
});

const pressCtrlZ = (): Promise<void> =>
  act(() => {
    const init = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
  });

it('takes a save back by Ctrl and Z, once', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await pressCtrlZ();
  await settled(() => !filed.here.has('harbour'));
  await settled(() => page.text().includes('Undone: Saved'));
  await pressCtrlZ();
  expect([...filed.here]).toEqual(['mill']);
});

it('takes back by Ctrl and Z what was done last, and the save after all that was done with it', async () => {
  const page = await show(<Screen articleId="harbour" />);
  for (const [field, name] of [
    ['Tags', 'Sea'],
    ['List', 'Later'],
  ] as const) {
    await page.click(field);
    await settled(() => page.has(name));
    await page.click(name);
    await settled(() => filed.marks.has(name));
    await page.press('Escape');
  }
  await write(page, 'Ask the pilot.');
  await page.click('Save');
  await settled(() => page.announced() !== '' && filed.notes.get('harbour') === 'Ask the pilot.');
  const state = (): string => [filed.notes.get('harbour'), ...filed.marks, ...filed.here].join(' ');
  for (const [sentence, left] of [
    ['Undone: Note', ' Sea Later harbour mill'],
    ['Undone: 1 article added to “Later”', ' Sea harbour mill'],
    ['Undone: 1 article tagged “Sea”', ' harbour mill'],
    ['Undone: Saved', ' mill'],
  ] as const) {
    await pressCtrlZ();
    await settled(() => page.text().includes(sentence));
    expect(state()).toBe(left);
  }
});

it('says so where the former text could not be put back', async () => {
  filed.former = 'token';
  filed.isHere = false;
  const page = await show(<Screen articleId="harbour" />);
  await pressCtrlZ();
  await settled(() => page.text().includes('Could not undo.'));
});

it('puts the former text back after a newer one was saved, by one click', async () => {
  filed.former = 'token';
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Undo');
  await settled(() => page.text().includes('Earlier text restored.'));
  expect(filed.back).toEqual([filed.former]);
  expect(filed.here.has('harbour')).toBe(true);
});

const retype = (page: Shown, words: string): Promise<void> =>
  act(() => {
    const area = field(page);
    if (area === null) return;
    area.value = words;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });

/** Gone with all that it was about to do, as a popup is that is closed by a click beside it. */
async function cutOff(page: Shown): Promise<void> {
  const before = new Map(filed.notes);
  const drafts = { ...localStorage };
  await page.again(null);
  await act(() => new Promise((resolve) => setTimeout(resolve, 500)));
  filed.notes = before;
  localStorage.clear();
  for (const [key, draft] of Object.entries(drafts)) localStorage.setItem(key, draft);
}

const waitsFor = (count: number): Promise<void> => settled(() => localStorage.length === count);

it('keeps a note that was being written when the popup was closed by a click beside it', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await write(page, 'Ask the');
  // While the user writes on, it is in the library already.
  await settled(() => filed.notes.get('harbour') === 'Ask the');
  await retype(page, 'Ask a pilot.');
  await cutOff(page);
  expect(filed.notes.get('harbour')).toBe('Ask the');
  await show(<Screen articleId="mill" />);
  await settled(() => filed.notes.get('harbour') === 'Ask a pilot.');
  await waitsFor(0);
});

it('puts no draft over what was written elsewhere since, and each on its own article', async () => {
  filed.notes.set('mill', 'Who owns it?');
  const page = await show(<Screen articleId="harbour" />);
  await write(page, 'Ask the pilot.');
  await cutOff(page);
  const other = await show(<Screen articleId="mill" />);
  await settled(() => filed.notes.has('harbour'));
  // Before it could be put anywhere.
  filed.notes.delete('harbour');
  localStorage.setItem('noteDraft:harbour', JSON.stringify({ note: 'Ask the pilot.', base: '' }));
  await write(other, '');
  await cutOff(other);
  await waitsFor(2);
  // In the library, say, before it is opened anew.
  filed.notes.set('harbour', 'The mate was aboard.');
  filed.notes.set('mill', 'The bank owns it.');
  mountLibraryScreen(() => null, {});
  await waitsFor(0);
  expect(Object.fromEntries(filed.notes)).toEqual({
    harbour: 'The mate was aboard.\n\nAsk the pilot.',
    mill: 'The bank owns it.',
  });
});

it('keeps what was written elsewhere while the field was open', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await write(page, 'Ask the');
  filed.notes.set('harbour', 'The mate was aboard.');
  await settled(() => filed.notes.get('harbour')?.endsWith('Ask the') === true);
  await retype(page, 'Ask a pilot.');
  await page.click('Save');
  await settled(() => filed.notes.get('harbour') === 'The mate was aboard.\n\nAsk a pilot.');
});

it('begins with the note as it is now, not as it was read for another field', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Note');
  await settled(() => field(page) !== null);
  await page.press('Escape');
  filed.notes.set('harbour', 'The mate was aboard.');
  await page.click('Note');
  await settled(() => field(page)?.value === 'The mate was aboard.');
});

it.each([
  ['t', 'input'],
  ['m', 'input'],
  ['n', 'textarea'],
])('what is typed right after “%s” stands in the field, and works nothing else', async (key, there) => {
  const answer = holdReading('harbour');
  const page = await show(<Screen articleId="harbour" />);
  await page.pressAtOnce([key, ...'not t', 'Backspace']);
  await page.pressAtOnce([...'mono']);
  expect(field(page)).toBeNull();
  answer();
  const typed = (): string | undefined =>
    page.root.querySelector<HTMLInputElement | HTMLTextAreaElement>(there)?.value;
  await settled(() => typed() === 'not mono');
  expect(onRead).not.toHaveBeenCalled();
});

it('holds from the first frame on what is typed for the field that a toast asked for', async () => {
  history.replaceState(null, '', '/?then=note');
  const page = await show(<Screen articleId={null} />);
  await page.pressAtOnce([...'not']);
  await page.again(<Screen articleId="harbour" />);
  await page.pressAtOnce([...'mo']);
  await settled(() => field(page)?.value === 'notmo');
  expect(onRead).not.toHaveBeenCalled();
});

it('writes to no article what was typed for the one before it', async () => {
  holdReading('harbour');
  const page = await show(<Screen articleId="harbour" />);
  await page.pressAtOnce(['n', ...'abc']);
  await page.again(<Screen articleId="mill" />);
  await settled(() => field(page) !== null);
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(field(page)?.value).toBe('');
});

it('has nothing open whose article could not be read, also after another was', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Tags');
  await settled(() => page.root.querySelector('input') !== null);
  const failing = Promise.reject(new Error('closed'));
  failing.catch(() => undefined);
  filed.slow.set('mill', failing);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await page.again(<Screen articleId="mill" />);
  await settled(() => page.control('Tags').getAttribute('aria-expanded') === 'false');
});
