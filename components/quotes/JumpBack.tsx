import { useRef } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { useScrollPadding } from '../ui/hooks/use-scroll-padding.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import './panel.css';

/** The way back to where the page stood before a jump. It floats over the lower edge of the quotes. */
export function JumpBack({ onJumpBack }: { onJumpBack: () => void }) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const button = useRef<HTMLButtonElement>(null);
  useScrollPadding(button, 'Bottom');
  return (
    <button
      type="button"
      class="button panel__back"
      ref={button}
      aria-keyshortcuts={keyNames.of('b')}
      onClick={onJumpBack}
    >
      <Icon name="return" />
      {t('panelJumpBack')}
    </button>
  );
}
