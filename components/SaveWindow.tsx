import { useStrings } from './strings.ts';

/** Saving all that is open in a window: not asked for, under way, or what came of it. */
export type WindowSaveState =
  | { kind: 'idle' }
  /** `total` is 0 until it is known. */
  | { kind: 'saving'; done: number; total: number }
  | { kind: 'saved'; saved: number; notArticles: number; failed: number };

export interface SaveWindowProps {
  state: WindowSaveState;
  /** How many tabs are chosen in the tab strip, where it is those that are saved; else null. */
  chosen: number | null;
  onSave: () => void;
}

/** Saves every article of the window, or of the chosen tabs; only offered where the window has more than this one. */
export function SaveWindow({ state, chosen, onSave }: SaveWindowProps) {
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
  const ofWindow = t(isSaving ? 'windowSaving' : 'menuSaveWindow');
  const ofTabs = chosen === null ? '' : isSaving ? t('tabsSaving') : count('tabsSave', chosen);
  const words = chosen === null ? ofWindow : ofTabs;
  return (
    <button
      type="button"
      class="text-button save-window"
      aria-disabled={isSaving}
      onClick={() => state.kind === 'idle' && onSave()}
    >
      {words}
      {amount}
    </button>
  );
}
