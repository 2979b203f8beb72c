import { useStrings } from '../ui/base/strings.ts';

export interface BackupNoticeProps {
  /** Why there is none, or none that the older ones should go for; see `DailyBackupError`. */
  trouble: 'noAccess' | 'notFound' | 'full' | 'failed' | 'shrunken';
  /** Where it is put right. */
  href: string;
}

/** Says that the daily backup, which nobody would miss until they need it, has not been written for days, or holds much less. */
export function BackupNotice({ trouble, href }: BackupNoticeProps) {
  const { t } = useStrings();
  return (
    <section class="loss" role="status">
      <h2>{t(trouble === 'shrunken' ? 'dailyShrunken' : 'dailyStopped')}</h2>
      <p>{t(`dailyError_${trouble}`)}</p>
      <p>
        <a class="button" href={href}>
          {t('dailyOpen')}
        </a>
      </p>
    </section>
  );
}
