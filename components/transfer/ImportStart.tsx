import { useRef, useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';

interface Props {
  onFiles: (files: readonly File[]) => void;
}

/** Where an export of another product is dropped or chosen. */
export function ImportStart({ onFiles }: Props) {
  const { t } = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const all = [...(files ?? [])];
    if (all.length > 0) onFiles(all);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is another way to what the button does
    <div
      class="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class="drop__words">{t('importDrop')}</p>
      <button type="button" class="button button--primary" onClick={() => input.current?.click()}>
        {t('importChoose')}
      </button>
      {/* No `accept`: Chrome's bookmarks are in a file without an ending, and a file is told by what is in it. */}
      <input
        ref={input}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t('importChoose')}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same files may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <p class="drop__known">{t('importKnown')}</p>
    </div>
  );
}
