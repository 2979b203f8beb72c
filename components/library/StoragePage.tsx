import type { LogUsage, StorageUsage } from '../../utils/library/view-types.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './storage-page.css';

export interface StorageFacts {
  use: StorageUsage;
  /** Storage used and available according to the browser, in bytes; null if unknown. */
  used: number | null;
  quota: number | null;
  /** Whether the browser has granted persistent storage; null if unknown. */
  isPersistent: boolean | null;
  log: LogUsage;
  /** The number of articles that have been finished and archived for a long time. */
  oldArchived: number;
  /** The number of deleted articles that can still be restored. */
  deleted: number;
}

/** The rows examined so far. */
export interface StorageProgress {
  done: number;
  total: number;
}

interface Props {
  /** Null while being computed. */
  facts: StorageFacts | null;
  /** Progress of the computation; null until known. */
  countProgress: StorageProgress | null;
  /** Progress of the background's re-reading of articles; null if not needed. */
  rereadProgress?: StorageProgress | null;
  onPersist: () => void;
  onDropVersions: () => void;
  onShowOldArchived: () => void;
  onDeleteForGood: () => void;
}

/** What uses the library's space, whether the browser protects it, and what can be removed. */
export function StoragePage({
  facts,
  countProgress,
  rereadProgress = null,
  onPersist,
  onDropVersions,
  onShowOldArchived,
  onDeleteForGood,
}: Props) {
  const { t, locale, count, formatNumber } = useStrings();
  if (facts === null) {
    return (
      <>
        <PageHead title={t('libraryStorage')} amount="" />
        <p class="note storage__counting">
          {t('storageCounting')}
          {countProgress !== null &&
            ` ${t('importOf', formatNumber(countProgress.done), formatNumber(countProgress.total))}`}
        </p>
        {countProgress !== null && (
          <ProgressBar
            label={t('storageCounting')}
            fraction={countProgress.done / Math.max(1, countProgress.total)}
          />
        )}
      </>
    );
  }
  const { use } = facts;
  const named: readonly [MessageKey, number, string][] = [
    ['storageTexts', use.texts, count('libraryCount', use.articles)],
    ['storageImages', use.images, count('storagePictures', use.imageCount)],
    ['storageVersions', use.versions, count('storageFormer', use.versionCount)],
    ['storageIndex', use.searchIndex, ''],
  ];
  const sum = named.reduce((total, [, bytes]) => total + bytes, 0);
  // Without this row the parts would not add up to the total in the head.
  const other = Math.max(0, (facts.used ?? 0) - sum);
  const parts = other === 0 ? named : [...named, ['storageOther', other, ''] as const];
  const all = sum + other;
  return (
    <>
      <PageHead
        title={t('libraryStorage')}
        amount={facts.used === null ? '' : t('storageUsed', formatBytes(facts.used, locale))}
      />
      <div class="storage__bar" role="img" aria-label={t('storageBar')}>
        {parts.map(([label, bytes], index) => (
          <span
            key={label}
            style={{ '--hue': `var(--voice-${index + 1})`, flexGrow: bytes / Math.max(1, all) }}
          />
        ))}
      </div>
      <dl class="storage__parts">
        {parts.map(([label, bytes, amount], index) => (
          <div key={label}>
            <dt style={{ '--hue': `var(--voice-${index + 1})` }}>{t(label)}</dt>
            <dd>
              {amount !== '' && <span>{amount}</span>}
              <bdi>{formatBytes(bytes, locale)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {facts.quota !== null && <p class="note">{t('storageQuota', formatBytes(facts.quota, locale))}</p>}
      {rereadProgress !== null && (
        <p class="note">
          {t('storageReread', formatNumber(rereadProgress.done), formatNumber(rereadProgress.total))}
        </p>
      )}
      <section class="storage__section">
        <h2>{t('storageKeepTitle')}</h2>
        <p>{t(facts.isPersistent === true ? 'storageKept' : 'storageNotKept')}</p>
        {facts.isPersistent === false && <Button onClick={onPersist}>{t('storagePersist')}</Button>}
      </section>
      <ChangeLog log={facts.log} />
      <section class="storage__section">
        <h2>{t('storageCleanTitle')}</h2>
        {use.versionCount === 0 && facts.oldArchived === 0 && facts.deleted === 0 && (
          <p>{t('storageCleanNone')}</p>
        )}
        {facts.deleted > 0 && (
          <p>
            {count('storageDeleted', facts.deleted)}{' '}
            <TextButton onClick={onDeleteForGood}>{t('actionDeleteForGood')}</TextButton>
          </p>
        )}
        {facts.oldArchived > 0 && (
          <p>
            {count('storageForgotten', facts.oldArchived)}{' '}
            <TextButton onClick={onShowOldArchived}>{t('storageShow')}</TextButton>
          </p>
        )}
        {use.versionCount > 0 && (
          <p>
            {t('storageFormerHint', formatNumber(use.versionCount), formatBytes(use.versions, locale))}{' '}
            <TextButton onClick={onDropVersions}>{t('storageDropVersions')}</TextButton>
          </p>
        )}
      </section>
    </>
  );
}

/** Called “second copy” on the screen, which is what it is to the user. */
function ChangeLog({ log }: { log: LogUsage }) {
  const { t, locale } = useStrings();
  const state = t(log.isBehind ? 'copyBehind' : 'copyUpToDate');
  return (
    <section class="storage__section">
      <h2>{t('copyTitle')}</h2>
      <p>{t(log.isAvailable ? 'copyWhat' : 'copyNone')}</p>
      {log.isAvailable && log.error === null && (
        <p class="note">
          {t('copyState', formatBytes(log.bytes, locale), formatBytes(log.maxBytes, locale), state)}
        </p>
      )}
      {log.error !== null && <p class="note note--bad">{t(`copyTrouble_${log.error}`)}</p>}
    </section>
  );
}
