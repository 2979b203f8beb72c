import { useContext } from 'preact/hooks';
import { type MessageKey, useStrings } from './base/strings.ts';
import { SingleKeysContext } from './hooks/use-shortcuts.ts';
import { Sheet } from './Sheet.tsx';

/** One or more keys for the same action, and its description. */
export type ShortcutRow = readonly [keys: readonly string[], description: MessageKey];

/** A dialog that lists the shortcuts of a screen. */
export function ShortcutSheet({ rows, onClose }: { rows: readonly ShortcutRow[]; onClose: () => void }) {
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
            {rows.map(([keys, description]) => (
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
