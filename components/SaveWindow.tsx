import { useStrings } from './strings.ts';

/** Saving all that is open in a window: not asked for, under way, or what came of it. */
export type WindowSaveState =
  | { kind: 'idle' }
  /** `total` is 0 until it is known. */
  | { kind: 'saving'; done: number; total: number }
  | { kind: 'saved'; saved: number; notArticles: number; failed: number };

export interface SaveWindowProps {
  state: WindowSaveState;
  onSave: () => void;
}

/** Saves every article of the window; only offered where the window has more than this one. */
export function SaveWindow({ state, onSave }: SaveWindowProps) {
  const { t, number, count } = useStrings();
  if (state.kind === 'saved') {
    return (
      <p class="note" role="status">
        {count('windowSaved', state.saved)}
        {state.notArticles > 0 && ` ${t('windowOthers', number(state.notArticles))}`}
        {state.failed > 0 && ` ${t('windowFailed', number(state.failed))}`}
      </p>
    );
  }
  const isSaving = state.kind === 'saving';
  const amount =
    isSaving && state.total > 0 ? ` ${t('importOf', number(state.done), number(state.total))}` : '';
  return (
    <button
      type="button"
      class="text-button save-window"
      aria-disabled={isSaving}
      onClick={() => state.kind === 'idle' && onSave()}
    >
      {t(isSaving ? 'windowSaving' : 'menuSaveWindow')}
      {amount}
    </button>
  );
}
