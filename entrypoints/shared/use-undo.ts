import { useContext, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { acceptsText, isInDialog, isLetterKey } from '../../components/ui/hooks/use-shortcuts.ts';
import { explainError } from './explain-error.ts';
import { useAbortableEffect } from './use-abortable-effect.ts';

/** Time after which the bar shows that work is in progress. */
const PROGRESS_DELAY_MS = 600;

/** Maximum number of steps that can be undone. */
const MAX_STEPS = 50;

interface UndoBar {
  message: string;
  onUndo: (() => void) | null;
  onMakePermanent: (() => void) | null;
}

/** A completed action: a sentence about it, and how to undo it. */
export interface Done {
  message: string;
  undo: (() => Promise<unknown>) | null;
  /** Makes the action permanent at once; returns a sentence about the result. */
  forGood?: () => Promise<string>;
  /** Whether the result is visible anyway, so that the bar is not shown and undo is available only by shortcut. */
  isPlain?: boolean;
}

/** A completed action that can be undone. */
interface Step {
  message: string;
  undo: () => Promise<unknown>;
}

/** An action from its start; resolves to null if there is nothing to undo. Never rejects. */
type PendingStep = Promise<Step | null>;

function toStep(done: Done | null): Step | null {
  return done === null || done.undo === null ? null : { message: done.message, undo: done.undo };
}

/**
 * Runs actions that can be undone.
 * - The bar undoes the action that it shows.
 * - `undoLast` and Ctrl+Z (Cmd+Z) undo the last action and then earlier ones, even if the bar is hidden.
 * - An action still in progress is undone once it is complete.
 */
export function useUndo() {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const [undo, setUndo] = useState<UndoBar | null>(null);

  const showMessage = (
    message: string,
    onUndo: (() => void) | null,
    onMakePermanent: (() => void) | null = null,
  ): void => {
    setUndo({ message: message, onUndo, onMakePermanent });
    announce(message);
  };
  const fail = (error: unknown): void => {
    console.error('offprint: not changed', error);
    showMessage(explainError(error, t), null);
  };
  const steps = useRef<PendingStep[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const push = (pending: PendingStep): void => {
    steps.current = [...steps.current, pending].slice(-MAX_STEPS);
  };
  const remove = (pending: PendingStep): void => {
    steps.current = steps.current.filter((other) => other !== pending);
  };
  // Runs in the order of the requests.
  const undoStep = (pending: PendingStep, whenDone: (step: Step) => void): void => {
    if (!steps.current.includes(pending)) return;
    remove(pending);
    const work = async (): Promise<void> => {
      const step = await pending;
      if (step === null) return;
      setUndo(null);
      if ((await step.undo()) === false) showMessage(t('libraryUndoFailed'), null);
      else whenDone(step);
    };
    queue.current = queue.current.then(work).catch(fail);
  };
  const undoLast = (): void => {
    const last = steps.current.at(-1);
    if (last !== undefined) undoStep(last, ({ message }) => showMessage(t('libraryUndone', message), null));
  };
  const hideProgress = (): void => setUndo((shown) => (shown?.message === t('libraryAtWork') ? null : shown));
  const showDone = (
    { message, undo: undoAction, forGood, isPlain = false }: Done,
    pending: PendingStep,
  ): void => {
    if (isPlain) {
      hideProgress();
      return;
    }
    const onUndo = (): void => undoStep(pending, () => announce(t('libraryRestored')));
    const onMakePermanent = (): void => {
      showMessage(t('libraryAtWork'), null);
      remove(pending);
      forGood?.()
        .then((addition) => showMessage(addition, null))
        .catch(fail);
    };
    showMessage(message, undoAction && onUndo, forGood === undefined ? null : onMakePermanent);
  };
  /** Appends to the message in the bar and keeps its Undo button. If the bar shows another message by now, replaces it. */
  const appendToMessage = (sentence: string, addition: string): void => {
    announce(addition);
    setUndo((shown) =>
      shown?.message === sentence
        ? { ...shown, message: `${sentence} · ${addition}` }
        : { message: addition, onUndo: null, onMakePermanent: null },
    );
  };
  const latest = useRef(undoLast);
  latest.current = undoLast;
  useAbortableEffect((signal) => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || !isLetterKey(event, 'z') || event.defaultPrevented) return;
      // In a field, Ctrl+Z undoes typing; in a dialog, it must not affect the page behind.
      if (acceptsText(event.target) || isInDialog(event.target) || steps.current.length === 0) return;
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
      const pending = Promise.resolve(toStep(done));
      if (done.undo !== null) push(pending);
      showDone(done, pending);
      return () => remove(pending);
    },
    appendToMessage,
    fail,
    dismiss: () => setUndo(null),
    /** Runs work and offers to undo it. If the work resolves to null, nothing is shown. */
    act: (work: () => Promise<Done | null>): void => {
      // Work on thousands of articles takes a while.
      const timer = setTimeout(() => showMessage(t('libraryAtWork'), null), PROGRESS_DELAY_MS);
      const running = work().finally(() => clearTimeout(timer));
      const pending = running.then(toStep, () => null);
      push(pending);
      running
        .then((done) => {
          const isUndone = !steps.current.includes(pending);
          if (done === null || done.undo === null) remove(pending);
          if (done === null) hideProgress();
          else if (done.undo === null || !isUndone) showDone(done, pending);
        })
        .catch((error: unknown) => {
          remove(pending);
          fail(error);
        });
    },
  };
}

export type Act = ReturnType<typeof useUndo>['act'];
