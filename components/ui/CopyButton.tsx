import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { useStrings } from './base/strings.ts';
import { Icon } from './Icon.tsx';

/** How long the tick stays, in ms. */
const TICK_MS = 1800;

interface Props {
  /** Puts the text on the clipboard; false where the browser refused. */
  onCopy: () => Promise<boolean>;
  /** The accessible name, and the words of a button that has room for them. */
  label: string;
  /** Spoken when it worked. */
  done: string;
  /** The id of what it copies, read out with it where there are several. */
  about?: string;
  /** With words, or the drawing alone. */
  wide?: boolean;
}

/** Copies, shows a tick for a moment and says so. */
export function CopyButton({ onCopy, label, done, about, wide = false }: Props) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    const worked = await onCopy();
    announce(worked ? done : t('copyFailedAnnounce'));
    setState(worked ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('ready'), TICK_MS);
  };
  const icon = state === 'copied' ? 'check' : state === 'failed' ? 'close' : 'copy';
  const words = state === 'copied' ? t('actionCopied') : state === 'failed' ? t('actionCopyFailed') : label;
  if (wide) {
    return (
      <button type="button" class="button copy-button" data-state={state} onClick={copy}>
        <Icon name={icon} />
        {words}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="icon-button copy-button"
      data-state={state}
      aria-label={label}
      aria-describedby={about}
      title={words}
      onClick={copy}
    >
      <Icon name={icon} />
    </button>
  );
}
