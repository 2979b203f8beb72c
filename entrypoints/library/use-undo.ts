import { useContext, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/announcer.tsx';
import { StringsContext } from '../../components/strings.ts';
import { explainError } from '../shared/explain-error.ts';

/** How long work goes on before a word is said of it, in ms. */
const PATIENCE_MS = 600;

interface Undo {
  sentence: string;
  onUndo: (() => void) | null;
}

/** What was done, in words, and how to take it back; null where it can't be. */
export interface Done {
  sentence: string;
  undo: (() => Promise<unknown>) | null;
}

/** Does things with their way back: the last one can be undone from the bar and by key. */
export function useUndo() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [undo, setUndo] = useState<Undo | null>(null);

  const say = (sentence: string, onUndo: (() => void) | null): void => {
    setUndo({ sentence, onUndo });
    announce(sentence);
  };
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    say(explainError(error, t), null);
  };
  return {
    undo,
    dismiss: () => setUndo(null),
    /** Runs the work and offers its way back. Null: nothing worth a word was done. */
    act: (work: () => Promise<Done | null>): void => {
      // Of ten thousand articles: what is being done can be seen, and what was done before is not undone instead.
      const working = setTimeout(() => say(t('libraryAtWork'), null), PATIENCE_MS);
      work()
        .finally(() => clearTimeout(working))
        .then((done) => {
          if (done === null) {
            setUndo((shown) => (shown?.sentence === t('libraryAtWork') ? null : shown));
            return;
          }
          const { undo: takeBack } = done;
          if (takeBack === null) return say(done.sentence, null);
          say(done.sentence, () => {
            setUndo(null);
            takeBack()
              .then((worked) =>
                worked === false ? say(t('libraryUndoFailed'), null) : announce(t('libraryRestored')),
              )
              .catch(fail);
          });
        })
        .catch(fail);
    },
  };
}

export type Act = ReturnType<typeof useUndo>['act'];
