import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { isLetter } from '../../components/ui/hooks/is-letter.ts';
import { isInDialog, takesText } from '../../components/ui/hooks/use-shortcuts.ts';
import { explainError } from './explain-error.ts';

/** How long work goes on before a word is said of it, in ms. */
const PATIENCE_MS = 600;

/** Steps that can be taken back one after the other. */
const STEPS_KEPT = 50;

interface Undo {
  message: string;
  onUndo: (() => void) | null;
  onForGood: (() => void) | null;
}

/** What was done, in words, and how to take it back; null where it can't be. */
export interface Done {
  message: string;
  undo: (() => Promise<unknown>) | null;
  /** Makes it final at once; answers with what to say of that. */
  forGood?: () => Promise<string>;
  /** What was done can be seen, as a star can: no bar says so, and it can be undone by key. */
  isPlain?: boolean;
}

/** Something that was done and can be taken back. */
interface Step {
  message: string;
  takeBack: () => Promise<unknown>;
}

/** A step from the moment its work begins; null where it came to nothing. Never rejects. */
type Deed = Promise<Step | null>;

function stepOf(done: Done | null): Step | null {
  return done === null || done.undo === null ? null : { message: done.message, takeBack: done.undo };
}

/**
 * Does things with their way back. The bar undoes what it says; `undoLast`, and Ctrl or Cmd with Z, what was done last
 * and then what was done before that, also when the bar is gone. What is still being done is taken back when it is
 * done, and never what was done before it instead.
 */
export function useUndo() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [undo, setUndo] = useState<Undo | null>(null);

  const say = (message: string, onUndo: (() => void) | null, onForGood: (() => void) | null = null): void => {
    setUndo({ message: message, onUndo, onForGood });
    announce(message);
  };
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    say(explainError(error, t), null);
  };
  const deeds = useRef<Deed[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const keep = (deed: Deed): void => {
    deeds.current = [...deeds.current, deed].slice(-STEPS_KEPT);
  };
  const forget = (deed: Deed): void => {
    deeds.current = deeds.current.filter((one) => one !== deed);
  };
  // One after the other, in the order they were asked for, also where the first still waits for its work.
  const takeBack = (deed: Deed, whenDone: (step: Step) => void): void => {
    if (!deeds.current.includes(deed)) return;
    forget(deed);
    const work = async (): Promise<void> => {
      const step = await deed;
      if (step === null) return;
      setUndo(null);
      if ((await step.takeBack()) === false) say(t('libraryUndoFailed'), null);
      else whenDone(step);
    };
    turn.current = turn.current.then(work).catch(fail);
  };
  const undoLast = (): void => {
    const last = deeds.current.at(-1);
    if (last !== undefined) takeBack(last, ({ message }) => say(t('libraryUndone', message), null));
  };
  const sayWorkIsDone = (): void =>
    setUndo((shown) => (shown?.message === t('libraryAtWork') ? null : shown));
  const tell = ({ message, undo: way, forGood, isPlain = false }: Done, deed: Deed): void => {
    if (isPlain) {
      sayWorkIsDone();
      return;
    }
    const onUndo = (): void => takeBack(deed, () => announce(t('libraryRestored')));
    const onForGood = (): void => {
      say(t('libraryAtWork'), null);
      forget(deed);
      forGood?.()
        .then((words) => say(words, null))
        .catch(fail);
    };
    say(message, way && onUndo, forGood === undefined ? null : onForGood);
  };
  /** Adds words to what the bar says, and keeps its Undo; where it says something else by now, it says the words alone. */
  const addWords = (former: string, words: string): void => {
    announce(words);
    setUndo((shown) =>
      shown?.message === former
        ? { ...shown, message: `${former} · ${words}` }
        : { message: words, onUndo: null, onForGood: null },
    );
  };
  const latest = useRef(undoLast);
  latest.current = undoLast;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || !isLetter(event, 'z') || event.defaultPrevented) return;
      // In a field it is the text's, in a dialog nothing behind it is meant.
      if (takesText(event.target) || isInDialog(event.target) || deeds.current.length === 0) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return {
    undo,
    undoLast,
    /** @returns how to let go of it: it can be taken back no more */
    offer: (done: Done): (() => void) => {
      const deed = Promise.resolve(stepOf(done));
      if (done.undo !== null) keep(deed);
      tell(done, deed);
      return () => forget(deed);
    },
    addWords,
    fail,
    dismiss: () => setUndo(null),
    /** Runs the work and offers its way back. Null: nothing worth a word was done. */
    act: (work: () => Promise<Done | null>): void => {
      // Of ten thousand articles: what is being done can be seen.
      const working = setTimeout(() => say(t('libraryAtWork'), null), PATIENCE_MS);
      const going = work().finally(() => clearTimeout(working));
      const deed = going.then(stepOf, () => null);
      keep(deed);
      going
        .then((done) => {
          const isTakenBack = !deeds.current.includes(deed);
          if (done === null || done.undo === null) forget(deed);
          if (done === null) sayWorkIsDone();
          else if (done.undo === null || !isTakenBack) tell(done, deed);
        })
        .catch((error: unknown) => {
          forget(deed);
          fail(error);
        });
    },
  };
}

export type Act = ReturnType<typeof useUndo>['act'];
