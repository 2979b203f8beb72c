import type { LogUse, StorageUse } from '../../utils/library/view-types.ts';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import './storage-page.css';

export interface StorageFacts {
  use: StorageUse;
  /** Bytes as the browser counts them, and those it would give; null where it does not say. */
  used: number | null;
  quota: number | null;
  /** The browser has promised to keep the library; null where it can't be asked. */
  isPersistent: boolean | null;
  log: LogUse;
  /** Articles that are done and archived long since. */
  forgotten: number;
  /** Articles that are deleted and can still be brought back. */
  deleted: number;
}

/** Rows of the library that have been looked at. */
export interface StorageProgress {
  done: number;
  total: number;
}

interface Props {
  /** Null while it is added up. */
  facts: StorageFacts | null;
  /** How far that is; null until it is known. */
  counted: StorageProgress | null;
  /** How far the background is with reading articles again; null where it need not. */
  reread?: StorageProgress | null;
  onPersist: () => void;
  onDropVersions: () => void;
  onShowForgotten: () => void;
  onDeleteForGood: () => void;
}

/** What the library's space is used by, whether the browser keeps it, what could go. */
export function StoragePage({
  facts,
  counted,
  reread = null,
  onPersist,
  onDropVersions,
  onShowForgotten,
  onDeleteForGood,
}: Props) {
  const { t, locale, count, number } = useStrings();
  if (facts === null) {
    return (
      <>
        <StorageHead amount="" />
        <p class="note storage__counting">
          {t('storageCounting')}
          {counted !== null && ` ${t('importOf', number(counted.done), number(counted.total))}`}
        </p>
        {counted !== null && (
          <ProgressBar label={t('storageCounting')} share={counted.done / Math.max(1, counted.total)} />
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
  // Else a user who adds them up misses most of what the head says.
  const other = Math.max(0, (facts.used ?? 0) - sum);
  const parts = other === 0 ? named : [...named, ['storageOther', other, ''] as const];
  const all = sum + other;
  return (
    <>
      <StorageHead amount={facts.used === null ? '' : t('storageUsed', formatBytes(facts.used, locale))} />
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
      {reread !== null && <p class="note">{t('storageReread', number(reread.done), number(reread.total))}</p>}
      <section class="storage__section">
        <h2>{t('storageKeepTitle')}</h2>
        <p>{t(facts.isPersistent === true ? 'storageKept' : 'storageNotKept')}</p>
        {facts.isPersistent === false && (
          <button type="button" class="button" onClick={onPersist}>
            {t('storagePersist')}
          </button>
        )}
      </section>
      <ChangeLog log={facts.log} />
      <section class="storage__section">
        <h2>{t('storageCleanTitle')}</h2>
        {use.versionCount === 0 && facts.forgotten === 0 && facts.deleted === 0 && (
          <p>{t('storageCleanNone')}</p>
        )}
        {facts.deleted > 0 && (
          <p>
            {count('storageDeleted', facts.deleted)}{' '}
            <button type="button" class="text-button" onClick={onDeleteForGood}>
              {t('actionDeleteForGood')}
            </button>
          </p>
        )}
        {facts.forgotten > 0 && (
          <p>
            {count('storageForgotten', facts.forgotten)}{' '}
            <button type="button" class="text-button" onClick={onShowForgotten}>
              {t('storageShow')}
            </button>
          </p>
        )}
        {use.versionCount > 0 && (
          <p>
            {t('storageFormerHint', number(use.versionCount), formatBytes(use.versions, locale))}{' '}
            <button type="button" class="text-button" onClick={onDropVersions}>
              {t('storageDropVersions')}
            </button>
          </p>
        )}
      </section>
    </>
  );
}

/** On the screen it is called the second copy: that is what it is to the user. */
function ChangeLog({ log }: { log: LogUse }) {
  const { t, locale } = useStrings();
  const state = t(log.behind ? 'copyBehind' : 'copyUpToDate');
  return (
    <section class="storage__section">
      <h2>{t('copyTitle')}</h2>
      <p>{t(log.isThere ? 'copyWhat' : 'copyNone')}</p>
      {log.isThere && log.trouble === null && (
        <p class="note">
          {t('copyState', formatBytes(log.bytes, locale), formatBytes(log.budget, locale), state)}
        </p>
      )}
      {log.trouble !== null && <p class="note note--bad">{t(`copyTrouble_${log.trouble}`)}</p>}
    </section>
  );
}

function StorageHead({ amount }: { amount: string }) {
  const { t } = useStrings();
  return (
    <>
      <header class="library__head">
        <h1>{t('libraryStorage')}</h1>
        <p class="library__amount">{amount}</p>
      </header>
      <div class="scotch" />
    </>
  );
}
