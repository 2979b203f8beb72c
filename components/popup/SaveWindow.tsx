import { useStrings } from '../ui/base/strings.ts';

/** Saving all that is open in a window: not asked for, under way, or what came of it. */
export type WindowSaveState =
  | { kind: 'idle' }
  /** `total` is 0 until it is known. */
  | { kind: 'saving'; done: number; total: number }
  | { kind: 'saved'; saved: number; notArticles: number; failed: { title: string; reason: string }[] }
  /** Nothing is known of what was saved: the background did not answer. */
  | { kind: 'failed' };

/** How many of the tabs that were not saved are named. */
const NAMED = 5;

export interface SaveWindowProps {
  state: WindowSaveState;
  /** How many tabs are chosen in the tab strip, where it is those that are saved; else null. */
  chosen: number | null;
  onSave: () => void;
}

/** Saves every article of the window, or of the chosen tabs; only offered where the window has more than this one. */
export function SaveWindow({ state, chosen, onSave }: SaveWindowProps) {
  const { t, number, count } = useStrings();
  if (state.kind === 'failed') {
    return (
      <p class="note note--bad" role="alert">
        {t('saveError_failed')}
      </p>
    );
  }
  if (state.kind === 'saved') {
    const { saved, notArticles, failed } = state;
    return (
      <div class="note window-sum" role="status">
        <p>
          {count('windowSaved', saved)}
          {notArticles > 0 && ` ${count('windowOthers', notArticles)}`}
          {failed.length > 0 && ` ${t('windowFailed', number(failed.length))}`}
        </p>
        {failed.length > 0 && (
          <ul>
            {failed.slice(0, NAMED).map(({ title, reason }, index) => (
              <li key={index}>
                <bdi class="window-sum__tab">{title}</bdi> {reason}
              </li>
            ))}
            {failed.length > NAMED && <li>…</li>}
          </ul>
        )}
      </div>
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
