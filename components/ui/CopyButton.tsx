import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { Button, IconButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { Icon } from './Icon.tsx';

/** How long the check mark stays, in ms. */
const CHECK_MARK_MS = 1800;

interface Props {
  /** Copies to the clipboard; false if the browser refused. */
  onCopy: () => Promise<boolean>;
  /** The accessible name, and the text of a wide button. */
  label: string;
  /** Announced on success. */
  successMessage: string;
  /** The id of the element that is copied, read out with the label if there are several buttons. */
  targetId?: string;
  /** Shows the label beside the icon. */
  wide?: boolean;
}

/** Copies, shows a check mark briefly and announces the result. */
export function CopyButton({ onCopy, label, successMessage, targetId, wide = false }: Props) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    const isCopied = await onCopy();
    announce(isCopied ? successMessage : t('copyFailedAnnounce'));
    setState(isCopied ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('ready'), CHECK_MARK_MS);
  };
  const icon = state === 'copied' ? 'check' : state === 'failed' ? 'close' : 'copy';
  const words = state === 'copied' ? t('actionCopied') : state === 'failed' ? t('actionCopyFailed') : label;
  if (wide) {
    return (
      <Button class="copy-button" data-state={state} onClick={copy}>
        <Icon name={icon} />
        {words}
      </Button>
    );
  }
  return (
    <IconButton
      icon={icon}
      label={label}
      title={words}
      class="copy-button"
      data-state={state}
      aria-describedby={targetId}
      onClick={copy}
    />
  );
}
