import { useContext, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { acceptsText, isInDialog, isLetterKey } from '../../components/ui/hooks/use-shortcuts.ts';
import { explainError } from './explain-error.ts';
import { useLife } from './use-life.ts';

/** How long work goes on before the bar shows that it is in progress. */
const PATIENCE_MS = 600;

/** Maximum number of steps that can be undone. */
const MAX_STEPS = 50;

interface Undo {
  message: string;
  onUndo: (() => void) | null;
  onMakePermanent: (() => void) | null;
}

/** A completed action as a sentence, and how to undo it; null if that is impossible. */
export interface Done {
  message: string;
  undo: (() => Promise<unknown>) | null;
  /** Makes it permanent at once; returns a sentence about the result. */
  forGood?: () => Promise<string>;
  /** The result is visible, like a star: the bar does not show it, and it can be undone by key. */
  isPlain?: boolean;
}

/** An action that can be undone. */
interface Step {
  message: string;
  takeBack: () => Promise<unknown>;
}

/** A step from the moment its work begins; null if there is nothing to undo. Never rejects. */
type Deed = Promise<Step | null>;

function stepOf(done: Done | null): Step | null {
  return done === null || done.undo === null ? null : { message: done.message, takeBack: done.undo };
}

/**
 * Runs actions that can be undone. The bar undoes what it shows; `undoLast` and Ctrl or Cmd+Z undo the last action and then
 * earlier ones, even when the bar is gone. An action still in progress is undone once it is complete; an earlier one is
 * never undone in its place.
 */
export function useUndo() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [undo, setUndo] = useState<Undo | null>(null);

  const say = (
    message: string,
    onUndo: (() => void) | null,
    onMakePermanent: (() => void) | null = null,
  ): void => {
    setUndo({ message: message, onUndo, onMakePermanent });
    announce(message);
  };
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    say(explainError(error, t), null);
  };
  const deeds = useRef<Deed[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const keep = (deed: Deed): void => {
    deeds.current = [...deeds.current, deed].slice(-MAX_STEPS);
  };
  const forget = (deed: Deed): void => {
    deeds.current = deeds.current.filter((one) => one !== deed);
  };
  // In the order of the requests, even if the first is still in progress.
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
    const onMakePermanent = (): void => {
      say(t('libraryAtWork'), null);
      forget(deed);
      forGood?.()
        .then((words) => say(words, null))
        .catch(fail);
    };
    say(message, way && onUndo, forGood === undefined ? null : onMakePermanent);
  };
  /** Appends words to the sentence in the bar and keeps its Undo; if it shows another sentence by now, replaces it. */
  const addWords = (former: string, words: string): void => {
    announce(words);
    setUndo((shown) =>
      shown?.message === former
        ? { ...shown, message: `${former} · ${words}` }
        : { message: words, onUndo: null, onMakePermanent: null },
    );
  };
  const latest = useRef(undoLast);
  latest.current = undoLast;
  useLife((signal) => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || !isLetterKey(event, 'z') || event.defaultPrevented) return;
      // In a field Ctrl+Z belongs to the text, and in a dialog it must not affect the page behind.
      if (acceptsText(event.target) || isInDialog(event.target) || deeds.current.length === 0) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey, { signal });
  });
  return {
    undo,
    undoLast,
    /** @returns a function that withdraws the offer */
    offer: (done: Done): (() => void) => {
      const deed = Promise.resolve(stepOf(done));
      if (done.undo !== null) keep(deed);
      tell(done, deed);
      return () => forget(deed);
    },
    addWords,
    fail,
    dismiss: () => setUndo(null),
    /** Runs work and offers to undo it. Null means that nothing worth reporting was done. */
    act: (work: () => Promise<Done | null>): void => {
      // Work on ten thousand articles takes a while, so its progress is shown.
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
