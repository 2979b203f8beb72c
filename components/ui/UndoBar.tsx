import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { IconButton, TextButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { useShortcutHints } from './hooks/use-shortcuts.ts';
import './undo-bar.css';

/** How long the bar is shown if it is neither hovered nor focused, in ms. */
const DISMISS_DELAY_MS = 10_000;

export interface UndoBarProps {
  /** Describes the action. */
  message: string;
  /** Null if the action cannot be undone. */
  onUndo: (() => void) | null;
  /** Deletes permanently; null if nothing was deleted. */
  onMakePermanent: (() => void) | null;
  onDismiss: () => void;
}

/** Reports an action and offers to undo it. Disappears after a while, but not while it is hovered or focused. */
export function UndoBar({ message, onUndo, onMakePermanent, onDismiss }: UndoBarProps) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const [isActive, setActive] = useState(false);
  const latestOnDismiss = useRef(onDismiss);
  latestOnDismiss.current = onDismiss;
  useEffect(() => {
    if (isActive || message === '' || IS_TEST_BUILD) return;
    const timer = setTimeout(() => latestOnDismiss.current(), DISMISS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [isActive, message]);
  return (
    <ActionBar label={t('actionUndo')} message={message} onDismiss={onDismiss} onActiveChange={setActive}>
      {onUndo !== null && (
        <TextButton aria-keyshortcuts={shortcutHints.ariaShortcut('u')} onClick={onUndo}>
          {t('actionUndo')}
        </TextButton>
      )}
      {onMakePermanent !== null && (
        <TextButton onClick={onMakePermanent}>{t('actionDeleteForGood')}</TextButton>
      )}
    </ActionBar>
  );
}

interface ActionBarProps {
  /** The bar's accessible name. */
  label: string;
  message: string;
  /** Text buttons. */
  children: ComponentChildren;
  onDismiss: () => void;
  /** Called with true when the bar becomes hovered or focused, and with false when that ends. */
  onActiveChange?: (isActive: boolean) => void;
}

/** A message at the bottom of a screen, with actions and a close button. */
export function ActionBar({ label, message, children, onDismiss, onActiveChange }: ActionBarProps) {
  const { t } = useStrings();
  return (
    <section
      class="undo-bar"
      aria-label={label}
      onMouseEnter={() => onActiveChange?.(true)}
      onMouseLeave={() => onActiveChange?.(false)}
      onFocusCapture={() => onActiveChange?.(true)}
      onBlurCapture={() => onActiveChange?.(false)}
    >
      <span class="undo-bar__words">{message}</span>
      {children}
      <IconButton icon="close" label={t('actionClose')} onClick={onDismiss} />
    </section>
  );
}
