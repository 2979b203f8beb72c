import { useContext } from 'preact/hooks';
import { type MessageKey, useStrings } from './base/strings.ts';
import { SingleKeysContext } from './hooks/use-shortcuts.ts';
import { Sheet } from './Sheet.tsx';

/** Keys and what they do; several keys of one line do the same. */
export type ShortcutLine = readonly [keys: readonly string[], does: MessageKey];

/** The list of a screen's shortcuts. Escape closes it and returns the focus. */
export function ShortcutSheet({ lines, onClose }: { lines: readonly ShortcutLine[]; onClose: () => void }) {
  const { t } = useStrings();
  const hasSingleKeys = useContext(SingleKeysContext);
  return (
    <Sheet title={t('shortcutsTitle')} onClose={onClose}>
      {() => (
        <>
          {!hasSingleKeys && (
            <p class="note">
              {t('shortcutsOff')} <a href="options.html#shortcuts">{t('actionOptions')}</a>
            </p>
          )}
          <dl class="sheet__lines">
            {lines.map(([keys, description]) => (
              <div key={description}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(description)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Sheet>
  );
}
