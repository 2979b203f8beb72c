// @vitest-environment jsdom
/** What a user does before the first frame is over: nothing puts effects off until after it here, unlike `show`. */
import { type ComponentChildren, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HighlightNote } from '../../../../components/highlights/HighlightNote.tsx';
import { HighlightPopover } from '../../../../components/highlights/HighlightPopover.tsx';
import { useSelection } from '../../../../components/highlights/use-selection.ts';
import { SmartSearchSheet } from '../../../../components/library/search/SmartSearchSheet.tsx';
import { afterPaint } from '../../../../components/ui/base/after-paint.ts';
import { StringsContext } from '../../../../components/ui/base/strings.ts';
import { useShortcuts } from '../../../../components/ui/hooks/use-shortcuts.ts';
import { eventually } from '../../eventually.ts';
import { english } from '../gallery/english.ts';
import { idle } from '../gallery/idle.ts';
import { leaveScreen } from '../render.tsx';

let root: HTMLElement;

beforeEach(() => {
  leaveScreen();
  root = document.createElement('div');
  document.body.replaceChildren(root);
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(async () => {
  // What was put off must not come when the document is gone.
  await new Promise<void>((resolve) => afterPaint(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  render(null, root);
});

function draw(screen: ComponentChildren): void {
  render(<StringsContext.Provider value={english}>{screen}</StringsContext.Provider>, root);
}

it('hears a key', () => {
  const run = vi.fn();
  function Keyed() {
    useShortcuts({ v: run });
    return null;
  }
  draw(<Keyed />);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', bubbles: true, cancelable: true }));
  expect(run).toHaveBeenCalledOnce();
});

it.each([
  [
    'a search that is changed',
    'input',
    <SmartSearchSheet
      name="Sea"
      query="tag:sea"
      complete={() => []}
      check={() => ({ errors: [], isEmpty: false })}
      countFound={() => Promise.resolve(0)}
      onChange={() => undefined}
      onClose={() => undefined}
    />,
  ],
  [
    'a note that the page opened',
    'textarea',
    <HighlightNote
      highlight={{ text: 'flour', note: '', colour: 'green' }}
      {...idle('onColour onNote onDelete onClose')}
    />,
  ],
])('has the focus in the field of %s', (_, field, screen) => {
  draw(screen);
  expect(document.activeElement?.localName).toBe(field);
});

it('has the focus in the field of a note, so that what is typed is no shortcut', async () => {
  const highlight = { id: 'one', text: 'flour', start: 0, end: 5, note: '', colour: 'green' } as const;
  const none = (): void => undefined;
  draw(
    <HighlightPopover highlight={highlight} range={null} onChange={none} onDelete={none} onClose={none} />,
  );
  // It is drawn once more when it has its place, in the same turn.
  await Promise.resolve();
  await Promise.resolve();
  expect(document.activeElement?.localName).toBe('textarea');
});

it('keeps a note that was written and closed at once', async () => {
  const highlight = { id: 'one', text: 'flour', start: 0, end: 5, note: '', colour: 'green' } as const;
  const onChange = vi.fn();
  const none = (): void => undefined;
  draw(
    <HighlightPopover
      highlight={highlight}
      range={null}
      onChange={onChange}
      onDelete={none}
      onClose={() => draw(null)}
    />,
  );
  await Promise.resolve();
  const field = root.querySelector('textarea');
  if (field === null) throw new Error('no field');
  field.value = 'Ten days.';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  expect(root.querySelector('textarea')).toBeNull();
  expect(onChange).toHaveBeenCalledWith({ note: 'Ten days.' });
});

it('offers something for words that were selected before anybody listened', async () => {
  const body = document.createElement('p');
  body.textContent = 'Eleven days of flour.';
  document.body.append(body);
  document.getSelection()?.selectAllChildren(body);
  // The browser has told of it by now.
  await new Promise((resolve) => setTimeout(resolve, 20));
  function Selected() {
    const selected = useSelection(body, body.textContent ?? '');
    return <output>{selected === null ? '' : 'selected'}</output>;
  }
  draw(<Selected />);
  await eventually(() => expect(root.textContent).toBe('selected'));
});
