import type { LogUsage, StorageUsage } from '../../utils/library/view-types.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './storage-page.css';

export interface StorageReport {
  usage: StorageUsage;
  /** Bytes used according to the browser; null if unknown. */
  used: number | null;
  /** Maximum number of bytes according to the browser; null if unknown. */
  quota: number | null;
  /** Whether the browser has granted persistent storage; null if unknown. */
  isPersistent: boolean | null;
  log: LogUsage;
  /** The number of articles that have been finished and archived for a long time. */
  oldArchived: number;
  /** The number of deleted articles that can still be restored. */
  deleted: number;
}

/** Progress in rows of the database. */
export interface StorageProgress {
  done: number;
  total: number;
}

interface Props {
  /** Null while being computed. */
  report: StorageReport | null;
  /** Progress of computing the report; null until known. */
  countProgress: StorageProgress | null;
  /** Progress of finding the quotes of all articles again after an update; null if not needed. */
  rereadProgress?: StorageProgress | null;
  onPersist: () => void;
  onDropVersions: () => void;
  onShowOldArchived: () => void;
  onDeleteForGood: () => void;
}

/** The storage page: shows what takes up space and whether the browser may delete it, and offers to free up space. */
export function StoragePage({
  report,
  countProgress,
  rereadProgress = null,
  onPersist,
  onDropVersions,
  onShowOldArchived,
  onDeleteForGood,
}: Props) {
  const { t, locale, count, formatNumber } = useStrings();
  if (report === null) {
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
  const { usage } = report;
  const knownParts: readonly [MessageKey, number, string][] = [
    ['storageTexts', usage.texts, count('libraryCount', usage.articles)],
    ['storageImages', usage.images, count('storagePictures', usage.imageCount)],
    ['storageVersions', usage.versions, count('storageFormer', usage.versionCount)],
    ['storageIndex', usage.searchIndex, ''],
  ];
  const knownTotal = knownParts.reduce((total, [, bytes]) => total + bytes, 0);
  // Makes the parts add up to the total in the head.
  const otherBytes = Math.max(0, (report.used ?? 0) - knownTotal);
  const parts = otherBytes === 0 ? knownParts : [...knownParts, ['storageOther', otherBytes, ''] as const];
  const partsTotal = knownTotal + otherBytes;
  return (
    <>
      <PageHead
        title={t('libraryStorage')}
        amount={report.used === null ? '' : t('storageUsed', formatBytes(report.used, locale))}
      />
      <div class="storage__bar" role="img" aria-label={t('storageBar')}>
        {parts.map(([label, bytes], index) => (
          <span
            key={label}
            style={{ '--hue': `var(--voice-${index + 1})`, flexGrow: bytes / Math.max(1, partsTotal) }}
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
      {report.quota !== null && <p class="note">{t('storageQuota', formatBytes(report.quota, locale))}</p>}
      {rereadProgress !== null && (
        <p class="note">
          {t('storageReread', formatNumber(rereadProgress.done), formatNumber(rereadProgress.total))}
        </p>
      )}
      <section class="storage__section">
        <h2>{t('storageKeepTitle')}</h2>
        <p>{t(report.isPersistent === true ? 'storageKept' : 'storageNotKept')}</p>
        {report.isPersistent === false && <Button onClick={onPersist}>{t('storagePersist')}</Button>}
      </section>
      <ChangeLog log={report.log} />
      <section class="storage__section">
        <h2>{t('storageCleanTitle')}</h2>
        {usage.versionCount === 0 && report.oldArchived === 0 && report.deleted === 0 && (
          <p>{t('storageCleanNone')}</p>
        )}
        {report.deleted > 0 && (
          <p>
            {count('storageDeleted', report.deleted)}{' '}
            <TextButton onClick={onDeleteForGood}>{t('actionDeleteForGood')}</TextButton>
          </p>
        )}
        {report.oldArchived > 0 && (
          <p>
            {count('storageForgotten', report.oldArchived)}{' '}
            <TextButton onClick={onShowOldArchived}>{t('storageShow')}</TextButton>
          </p>
        )}
        {usage.versionCount > 0 && (
          <p>
            {t('storageFormerHint', formatNumber(usage.versionCount), formatBytes(usage.versions, locale))}{' '}
            <TextButton onClick={onDropVersions}>{t('storageDropVersions')}</TextButton>
          </p>
        )}
      </section>
    </>
  );
}

/** The state of the change log, which is called “second copy” on screen. */
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
