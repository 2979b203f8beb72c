import { useContext, useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { type MessageKey, useStrings } from './strings.ts';
import { SingleKeysContext } from './use-shortcuts.ts';
import './sheet.css';

/** Keys and what they do; several keys of one line do the same. */
export type ShortcutLine = readonly [keys: readonly string[], does: MessageKey];

/** The list of a screen's keys. Escape closes it and gives the focus back. */
export function ShortcutSheet({ lines, onClose }: { lines: readonly ShortcutLine[]; onClose: () => void }) {
  const { t } = useStrings();
  const hasSingleKeys = useContext(SingleKeysContext);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby="sheet-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="sheet__body">
        <div class="section-head">
          <h2 id="sheet-title">{t('shortcutsTitle')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t('actionClose')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {!hasSingleKeys && (
          <p class="note">
            {t('shortcutsOff')} <a href="options.html#shortcuts">{t('actionOptions')}</a>
          </p>
        )}
        <dl class="sheet__lines">
          {lines.map(([keys, does]) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}
