import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IS_TEST_BUILD } from '../../utils/look/test-build.ts';
import { IconButton, TextButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { useKeyNames } from './hooks/use-shortcuts.ts';
import './undo-bar.css';

/** How long the bar stays if it is not hovered or focused, in ms. */
const DISMISS_DELAY_MS = 10_000;

export interface UndoBarProps {
  /** What was done. */
  message: string;
  /** Null if it cannot be undone. */
  onUndo: (() => void) | null;
  /** Makes the action permanent; absent if that does not apply. */
  onMakePermanent: (() => void) | null;
  onDismiss: () => void;
}

/** Says what was done and offers to undo it. Stays while it is hovered or focused. */
export function UndoBar({ message, onUndo, onMakePermanent, onDismiss }: UndoBarProps) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const [isHovered, setHovered] = useState(false);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  useEffect(() => {
    if (isHovered || message === '' || IS_TEST_BUILD) return;
    const timer = setTimeout(() => dismiss.current(), DISMISS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [isHovered, message]);
  return (
    <ActionBar label={t('actionUndo')} message={message} onDismiss={onDismiss} onHoverChange={setHovered}>
      {onUndo !== null && (
        <TextButton aria-keyshortcuts={keyNames.of('u')} onClick={onUndo}>
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
  /** Text buttons for what the user can do. */
  children: ComponentChildren;
  onDismiss: () => void;
  /** Called with true while the bar is hovered or focused. */
  onHoverChange?: (isHovered: boolean) => void;
}

/** A message at the bottom of a screen, with actions and a close button. */
export function ActionBar({ label, message, children, onDismiss, onHoverChange }: ActionBarProps) {
  const { t } = useStrings();
  return (
    <section
      class="undo-bar"
      aria-label={label}
      onMouseEnter={() => onHoverChange?.(true)}
      onMouseLeave={() => onHoverChange?.(false)}
      onFocusCapture={() => onHoverChange?.(true)}
      onBlurCapture={() => onHoverChange?.(false)}
    >
      <span class="undo-bar__words">{message}</span>
      {children}
      <IconButton icon="close" label={t('actionClose')} onClick={onDismiss} />
    </section>
  );
}
