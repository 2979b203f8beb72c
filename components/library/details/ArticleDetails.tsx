import { useState } from 'preact/hooks';
import type { ArticleDetails as ArticleDetailsShown } from '../../../utils/library/types.ts';
import type { Comparison, CompletenessReport } from '../../../utils/library/view-types.ts';
import { cutLine } from '../../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../../utils/text/limits.ts';
import { SYNCED_WORDS, type Synced } from '../../sync/synced-words.ts';
import { describePages, formatBytes, formatDate, hasAllPages } from '../../ui/base/format.ts';
import { useStrings } from '../../ui/base/strings.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { SourceName } from '../../ui/SourceName.tsx';
import { VersionDiff } from '../VersionDiff.tsx';
import { EditDetails } from './EditDetails.tsx';
import './article-details.css';

interface Props {
  /** Null until it is there. */
  report: CompletenessReport | null;
  /** Null where sync is not set up. */
  synced: Synced | null;
  /** What changed from a former text to the one after it; the index is among `report.versions`. */
  compare: (index: number) => Comparison | null;
  onRetry: () => void;
  /** Fetches the text anew; resolves to how that went, in words. */
  onFetchText: () => Promise<string>;
  /** What the page states, and what takes the user's words in its place. */
  stated: ArticleDetailsShown | null;
  onEdit: (details: ArticleDetailsShown) => void;
  onClose: () => void;
}

/** Characters of an address. */
const ADDRESS_SHOWN = 100;

/** Missing pictures named one by one. */
const MISSING_SHOWN = 12;

/** What of an article is here: text, pictures and why some are not, former versions. */
export function ArticleDetails(props: Props) {
  const { report, compare, onRetry, onFetchText, stated, onEdit, onClose } = props;
  const { t } = useStrings();
  const [isEditing, setEditing] = useState(false);
  if (isEditing && report !== null && stated !== null) {
    return (
      <EditDetails
        shown={report.article}
        stated={stated}
        onSave={onEdit}
        onClose={onClose}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <Sheet title={t('detailsTitle')} look="details" onClose={onClose}>
      {() => (
        <>
          {report !== null && (
            <Report
              report={report}
              synced={props.synced}
              onRetry={onRetry}
              onFetchText={onFetchText}
              onEdit={() => setEditing(true)}
            />
          )}
          {report !== null && report.versions.length > 0 && <Versions report={report} compare={compare} />}
        </>
      )}
    </Sheet>
  );
}

interface ReportProps extends Pick<Props, 'synced' | 'onRetry' | 'onFetchText'> {
  report: CompletenessReport;
  onEdit: () => void;
}

function Report({ report, synced, onRetry, onFetchText, onEdit }: ReportProps) {
  const strings = useStrings();
  const { t, count, number, find, locale } = strings;
  const { article, missing } = report;
  const lacksPages = article.pages !== undefined && !hasAllPages(article.pages);
  const failed = missing.filter(({ state }) => state === 'failed');
  const textWords = {
    none: t('detailsTextNone'),
    preview: t('detailsTextPreview'),
    whole: t('detailsTextWhole'),
  }[report.text];
  return (
    <>
      <p class="details__name" dir={article.dir} lang={article.lang ?? undefined}>
        {cutLine(article.title, LINE_LIMITS.title) || t('untitled')}
      </p>
      <p class="kicker">
        <SourceName siteName={article.siteName} host={article.host} href={article.canonicalUrl} /> ·{' '}
        {t('detailsSaved', formatDate(article.updatedAt, locale))} ·{' '}
        <button type="button" class="text-button" onClick={onEdit}>
          {t('detailsEdit')}
        </button>
      </p>
      {article.claimedUrl !== undefined && (
        <p class="note">{t('detailsClaim', shortAddress(article.claimedUrl))}</p>
      )}
      <dl class="details__facts">
        <div data-bad={report.text !== 'whole' || lacksPages}>
          <dt>{t('detailsText')}</dt>
          <dd>
            <p>
              {lacksPages && article.pages !== undefined
                ? t('pagesSaved', describePages(strings, article.pages))
                : textWords}
            </p>
            {report.paragraphs > 0 && (
              <p class="details__more">
                {count('detailsParagraphs', report.paragraphs)} · {count('wordCount', article.wordCount)}
              </p>
            )}
            {report.lastWords !== '' && (
              <blockquote class="details__end" dir={article.dir} lang={article.lang ?? undefined}>
                …{report.lastWords}
              </blockquote>
            )}
            {report.text !== 'whole' && <FetchText onFetchText={onFetchText} />}
          </dd>
        </div>
        <div data-bad={failed.length > 0 || report.imagesOver > 0}>
          <dt>{t('detailsPictures')}</dt>
          <dd>
            <p>
              {report.imagesTotal === 0
                ? t('detailsPicturesNone')
                : t('detailsPicturesSome', number(report.imagesSaved), number(report.imagesTotal))}
              {report.imageBytes > 0 && ` · ${formatBytes(report.imageBytes, locale)}`}
            </p>
            {missing.length > 0 && (
              <ul class="details__missing">
                {missing.slice(0, MISSING_SHOWN).map((image) => (
                  <li key={image.id}>
                    <bdi>{fileName(image.url)}</bdi>
                    <span>
                      {image.state === 'waiting'
                        ? t('readerImageWaiting')
                        : find(`readerImage_${keyOf(image.error)}`)}
                    </span>
                  </li>
                ))}
                {missing.length > MISSING_SHOWN && (
                  <li>{count('detailsMore', missing.length - MISSING_SHOWN)}</li>
                )}
              </ul>
            )}
            {report.imagesOver > 0 && (
              <p class="details__more">
                {count('detailsOver', report.imagesOver, number(report.mostImages))}
              </p>
            )}
            {failed.some(({ mayRetry }) => mayRetry) && (
              <button type="button" class="button" onClick={onRetry}>
                {t('actionRetryPictures')}
              </button>
            )}
          </dd>
        </div>
        {synced !== null && (
          <div>
            <dt>{t('librarySync')}</dt>
            <dd>
              <p>{t(SYNCED_WORDS[synced])}</p>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** A text that is not here, or only its beginning, may be there to be had by now. */
function FetchText({ onFetchText }: Pick<Props, 'onFetchText'>) {
  const { t } = useStrings();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={isBusy}
        onClick={() => {
          setBusy(true);
          setOutcome('');
          onFetchText()
            .then(setOutcome)
            .finally(() => setBusy(false));
        }}
      >
        {t('detailsFetchText')}
      </button>
      <p class="details__more" role="status">
        {outcome}
      </p>
    </>
  );
}

/** `too-big` is `tooBig` among the messages. */
function keyOf(error: string | null): string {
  return (error ?? 'unreachable').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Host and path, without what can be long. */
function shortAddress(url: string): string {
  const { host, pathname } = new URL(url);
  return cutLine(`${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`, ADDRESS_SHOWN);
}

function fileName(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/\/$/, '');
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 60) || url.slice(0, 60);
}

function Versions({ report, compare }: { report: CompletenessReport; compare: Props['compare'] }) {
  const { t, locale } = useStrings();
  const [shown, setShown] = useState<number | null>(null);
  const comparison = shown === null ? null : compare(shown);
  return (
    <section class="details__versions">
      <h3>{t('detailsVersions')}</h3>
      <ul>
        {report.versions.map((version, index) => (
          <li key={version.replacedAt}>
            <span id={`version-${index}`}>
              {t(
                'detailsVersion',
                formatTime(version.savedAt, locale),
                formatTime(version.replacedAt, locale),
              )}
            </span>{' '}
            <button
              type="button"
              class="text-button"
              aria-expanded={shown === index}
              aria-describedby={`version-${index}`}
              onClick={() => setShown(shown === index ? null : index)}
            >
              {t('detailsWhatChanged')}
            </button>
            {shown === index && comparison !== null && (
              <VersionDiff comparison={comparison} dir={report.article.dir} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function formatTime(time: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
