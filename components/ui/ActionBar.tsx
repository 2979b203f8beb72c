import type { ComponentChildren } from 'preact';
import { useStrings } from './base/strings.ts';
import { Icon } from './Icon.tsx';
import './undo-bar.css';

interface Props {
  /** What the bar is called to screen readers. */
  label: string;
  message: string;
  /** What can be done about it: text buttons. */
  children: ComponentChildren;
  onDismiss: () => void;
  /** The pointer or the focus is on the bar, or has left it. */
  onHeld?: (isHeld: boolean) => void;
}

/** A sentence at the foot of a screen, with what can be done about it and a cross. */
export function ActionBar({ label, message, children, onDismiss, onHeld }: Props) {
  const { t } = useStrings();
  return (
    <section
      class="undo-bar"
      aria-label={label}
      onMouseEnter={() => onHeld?.(true)}
      onMouseLeave={() => onHeld?.(false)}
      onFocusCapture={() => onHeld?.(true)}
      onBlurCapture={() => onHeld?.(false)}
    >
      <span class="undo-bar__words">{message}</span>
      {children}
      <button type="button" class="icon-button" aria-label={t('actionClose')} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </section>
  );
}
