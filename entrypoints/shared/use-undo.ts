import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { isInDialog, takesText } from '../../components/ui/hooks/use-shortcuts.ts';
import { explainError } from './explain-error.ts';

/** How long work goes on before a word is said of it, in ms. */
const PATIENCE_MS = 600;

/** Steps that can be taken back one after the other. */
const STEPS_KEPT = 50;

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
  /** What was done can be seen, as a star can: no bar says so, and it can be undone by key. */
  isPlain?: boolean;
}

/** Something that was done and can be taken back. */
interface Step {
  sentence: string;
  takeBack: () => Promise<unknown>;
}

/**
 * Does things with their way back. The bar undoes what it says; `undoLast`, and Ctrl or Cmd with Z, what was done last
 * and then what was done before that, also when the bar is gone.
 */
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
  const steps = useRef<Step[]>([]);
  const takeBackStep = (step: Step, whenDone: () => void): void => {
    steps.current = steps.current.filter((one) => one !== step);
    setUndo(null);
    step
      .takeBack()
      .then((worked) => (worked === false ? say(t('libraryUndoFailed'), null) : whenDone()))
      .catch(fail);
  };
  const undoLast = (): void => {
    const last = steps.current.at(-1);
    if (last !== undefined) takeBackStep(last, () => say(t('libraryUndone', last.sentence), null));
  };
  const offer = ({ sentence, undo: takeBack, forGood, isPlain = false }: Done): void => {
    const step = takeBack === null ? null : { sentence, takeBack };
    if (step !== null) steps.current = [...steps.current, step].slice(-STEPS_KEPT);
    if (isPlain) return;
    const onUndo = (): void => {
      if (step !== null) takeBackStep(step, () => announce(t('libraryRestored')));
    };
    const onForGood = (): void => {
      say(t('libraryAtWork'), null);
      steps.current = steps.current.filter((one) => one !== step);
      forGood?.()
        .then((words) => say(words, null))
        .catch(fail);
    };
    say(sentence, step && onUndo, forGood === undefined ? null : onForGood);
  };
  /** Adds words to what the bar says, and keeps its Undo; where it says something else by now, it says the words alone. */
  const addWords = (former: string, words: string): void => {
    announce(words);
    setUndo((shown) =>
      shown?.sentence === former
        ? { ...shown, sentence: `${former} · ${words}` }
        : { sentence: words, onUndo: null, onForGood: null },
    );
  };
  const latest = useRef(undoLast);
  latest.current = undoLast;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return;
      // In a field it is the text's, in a dialog nothing behind it is meant.
      if (takesText(event.target) || isInDialog(event.target) || steps.current.length === 0) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return {
    undo,
    undoLast,
    offer,
    addWords,
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
