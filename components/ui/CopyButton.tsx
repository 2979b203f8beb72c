import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { Button, IconButton } from './Button.tsx';
import { useStrings } from './base/strings.ts';
import { Icon } from './Icon.tsx';

/** How long the result of copying is shown, in ms. */
const RESULT_MS = 1800;

interface Props {
  /** Copies to the clipboard; false if the browser refused. */
  onCopy: () => Promise<boolean>;
  /** The button's text; if absent, the button shows only an icon and is labelled “Copy with citation”. */
  label?: string;
  /** Announced on success instead of the default message. */
  successMessage?: string;
  /** The id of the element that is copied (`aria-describedby`), to tell several icon buttons apart. */
  targetId?: string;
}

/** A button that copies, briefly shows whether that succeeded, and announces it. */
export function CopyButton({ onCopy, label, successMessage, targetId }: Props) {
  const { t } = useStrings();
  const readyText = label ?? t('copyWithCitation');
  const announce = useAnnounce();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    const isCopied = await onCopy();
    announce(isCopied ? (successMessage ?? t('copiedAnnounce')) : t('copyFailedAnnounce'));
    setState(isCopied ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('ready'), RESULT_MS);
  };
  const icon = state === 'copied' ? 'check' : state === 'failed' ? 'close' : 'copy';
  const text =
    state === 'copied' ? t('actionCopied') : state === 'failed' ? t('actionCopyFailed') : readyText;
  if (label !== undefined) {
    return (
      <Button class="copy-button" data-state={state} onClick={copy}>
        <Icon name={icon} />
        {text}
      </Button>
    );
  }
  return (
    <IconButton
      icon={icon}
      label={readyText}
      title={text}
      class="copy-button"
      data-state={state}
      aria-describedby={targetId}
      onClick={copy}
    />
  );
}
