import { useEffect, useRef, useState } from 'preact/hooks';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { ActionBar } from './ActionBar.tsx';
import { useStrings } from './base/strings.ts';
import { useKeyNames } from './hooks/use-shortcuts.ts';

/** How long the bar stays when nobody is at it, in ms. */
const STAY_MS = 10_000;

interface Props {
  /** What was done. */
  message: string;
  /** Null where it cannot be taken back. */
  onUndo: (() => void) | null;
  /** Does for good what could still be taken back; absent where there is nothing of the kind. */
  onForGood?: (() => void) | null;
  onDismiss: () => void;
}

/** Says what was done and takes it back. Stays while the pointer or the focus is on it. */
export function UndoBar({ message, onUndo, onForGood = null, onDismiss }: Props) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const [held, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  useEffect(() => {
    if (held || message === '' || IS_TEST_BUILD) return;
    const timer = setTimeout(() => dismiss.current(), STAY_MS);
    return () => clearTimeout(timer);
  }, [held, message]);
  return (
    <ActionBar label={t('actionUndo')} message={message} onDismiss={onDismiss} onHeld={setHeld}>
      {onUndo !== null && (
        <button type="button" class="text-button" aria-keyshortcuts={keyNames.of('u')} onClick={onUndo}>
          {t('actionUndo')}
        </button>
      )}
      {onForGood !== null && (
        <button type="button" class="text-button" onClick={onForGood}>
          {t('actionDeleteForGood')}
        </button>
      )}
    </ActionBar>
  );
}
