import { useLayoutEffect, useRef } from 'preact/hooks';
import { isLetter } from './is-letter.ts';

/** Ctrl or Cmd with A chooses all rows, Shift with an arrow goes on choosing; in a field they are the field's. */
export function useSelectAll(onAll: () => void, extend: (step: 1 | -1) => () => void): void {
  const latest = useRef({ onAll, extend });
  latest.current = { onAll, extend };
  // Before the rows are seen, as in `use-shortcuts.ts`.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField =
        event.target instanceof Element && event.target.closest('input:not([type=checkbox]), select, dialog');
      if (inField || event.altKey) return;
      const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && isLetter(event, 'a');
      const step = event.shiftKey ? { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key] : undefined;
      if (isAll) latest.current.onAll();
      else if (step !== undefined) latest.current.extend(step)();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
