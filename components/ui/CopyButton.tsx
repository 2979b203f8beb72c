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
  /** The text of a wide button; without it, an icon for copying with the citation. */
  label?: string;
  /** Announced on success, instead of a general message. */
  successMessage?: string;
  /** The id of the element that is copied, read out with the label if there are several buttons. */
  targetId?: string;
}

/** Copies, shows a check mark briefly and announces the result. */
export function CopyButton({ onCopy, label, successMessage, targetId }: Props) {
  const { t } = useStrings();
  const name = label ?? t('copyWithCitation');
  const announce = useAnnounce();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    const isCopied = await onCopy();
    announce(isCopied ? (successMessage ?? t('copiedAnnounce')) : t('copyFailedAnnounce'));
    setState(isCopied ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('ready'), CHECK_MARK_MS);
  };
  const icon = state === 'copied' ? 'check' : state === 'failed' ? 'close' : 'copy';
  const words = state === 'copied' ? t('actionCopied') : state === 'failed' ? t('actionCopyFailed') : name;
  if (label !== undefined) {
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
      label={name}
      title={words}
      class="copy-button"
      data-state={state}
      aria-describedby={targetId}
      onClick={copy}
    />
  );
}
