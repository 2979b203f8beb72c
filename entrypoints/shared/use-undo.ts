import { useContext, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { explainError } from './explain-error.ts';

/** How long work goes on before a word is said of it, in ms. */
const PATIENCE_MS = 600;

interface Undo {
  sentence: string;
  onUndo: (() => void) | null;
  onForGood: (() => void) | null;
}

/** What was done, in words, and how to take it back; null where it can't be. */
export interface Done {
  sentence: string;
  undo: (() => Promise<unknown>) | null;
  /** Makes it final at once; answers with what to say of that. */
  forGood?: () => Promise<string>;
}

/** Does things with their way back: the last one can be undone from the bar and by key. */
export function useUndo() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [undo, setUndo] = useState<Undo | null>(null);

  const say = (
    sentence: string,
    onUndo: (() => void) | null,
    onForGood: (() => void) | null = null,
  ): void => {
    setUndo({ sentence, onUndo, onForGood });
    announce(sentence);
  };
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    say(explainError(error, t), null);
  };
  const offer = ({ sentence, undo: takeBack, forGood }: Done): void => {
    const onUndo = (): void => {
      setUndo(null);
      takeBack?.()
        .then((worked) =>
          worked === false ? say(t('libraryUndoFailed'), null) : announce(t('libraryRestored')),
        )
        .catch(fail);
    };
    const onForGood = (): void => {
      say(t('libraryAtWork'), null);
      forGood?.()
        .then((words) => say(words, null))
        .catch(fail);
    };
    say(sentence, takeBack && onUndo, forGood === undefined ? null : onForGood);
  };
  return {
    undo,
    offer,
    fail,
    dismiss: () => setUndo(null),
    /** Runs the work and offers its way back. Null: nothing worth a word was done. */
    act: (work: () => Promise<Done | null>): void => {
      // Of ten thousand articles: what is being done can be seen, and what was done before is not undone instead.
      const working = setTimeout(() => say(t('libraryAtWork'), null), PATIENCE_MS);
      work()
        .finally(() => clearTimeout(working))
        .then((done) => {
          if (done !== null) return offer(done);
          setUndo((shown) => (shown?.sentence === t('libraryAtWork') ? null : shown));
        })
        .catch(fail);
    },
  };
}

export type Act = ReturnType<typeof useUndo>['act'];
