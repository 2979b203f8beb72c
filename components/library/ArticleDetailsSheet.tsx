import { useState } from 'preact/hooks';
import type { ArticleDetails } from '../../utils/library/types.ts';
import type { CompletenessReport, DiffBlock, TextComparison } from '../../utils/library/view-types.ts';
import { cutLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { renderPiece } from '../quotes/find-in-text.ts';
import { getQuoteSpeakerLabel } from '../quotes/speaker-labels.ts';
import { SYNCED_MESSAGES, type SyncedState } from '../sync/sync-view-types.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { describePages, formatBytes, formatDate, hasAllPages } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { SourceName } from '../ui/SourceName.tsx';
import { EditDetailsSheet } from './EditDetailsSheet.tsx';
import './article-details.css';

interface ArticleDetailsSheetProps {
  /** Null while loading. */
  report: CompletenessReport | null;
  /** Whether the sheet opens with the form; false by default. */
  isEditing?: boolean;
  /** Null if sync is not set up. */
  synced: SyncedState | null;
  /** Compares the version at an index of `report.versions` with the next one; null if there is no such version. */
  compare: (index: number) => TextComparison | null;
  onRetry: () => void;
  /** Downloads the text again. Resolves to a message about the result. */
  onFetchText: () => Promise<string>;
  /** The details stated by the page; null while loading. */
  pageDetails: ArticleDetails | null;
  onEdit: (details: ArticleDetails) => void;
  onClose: () => void;
}

/** Maximum length of a shown URL, in characters. */
const MAX_URL_LENGTH = 100;

/** Maximum number of missing images listed. */
const MAX_MISSING_LISTED = 12;

/** Shows how complete the saved copy of an article is, and its earlier versions; its details can be edited. */
export function ArticleDetailsSheet(props: ArticleDetailsSheetProps) {
  const { report, compare, onRetry, onFetchText, pageDetails, onEdit, onClose } = props;
  const { t } = useStrings();
  const [isEditing, setEditing] = useState(props.isEditing === true);
  if (isEditing) {
    // Waits for all data, because the sheet would otherwise change right after it has opened.
    if (report === null || pageDetails === null) return null;
    return (
      <EditDetailsSheet
        currentDetails={report.article}
        pageDetails={pageDetails}
        onSave={onEdit}
        onClose={onClose}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <Sheet title={t('detailsTitle')} className="details" onClose={onClose}>
      {() => (
        <>
          {report !== null && (
            <CompletenessSummary
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

interface CompletenessSummaryProps
  extends Pick<ArticleDetailsSheetProps, 'synced' | 'onRetry' | 'onFetchText'> {
  report: CompletenessReport;
  onEdit: () => void;
}

function CompletenessSummary({ report, synced, onRetry, onFetchText, onEdit }: CompletenessSummaryProps) {
  const strings = useStrings();
  const { t, count, formatNumber, find, locale } = strings;
  const { article, missing } = report;
  const lacksPages = article.pages !== undefined && !hasAllPages(article.pages);
  const failed = missing.filter(({ state }) => state === 'failed');
  const textMessage = {
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
        <TextButton onClick={onEdit}>{t('detailsEdit')}</TextButton>
      </p>
      {article.claimedUrl !== undefined && (
        <p class="note">{t('detailsClaim', shortenUrl(article.claimedUrl))}</p>
      )}
      <dl class="details__facts">
        <div data-bad={report.text !== 'whole' || lacksPages}>
          <dt>{t('detailsText')}</dt>
          <dd>
            <p>
              {lacksPages && article.pages !== undefined
                ? t('pagesSaved', describePages(strings, article.pages))
                : textMessage}
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
        <div data-bad={failed.length > 0 || report.imagesOverLimit > 0}>
          <dt>{t('detailsPictures')}</dt>
          <dd>
            <p>
              {report.imagesTotal === 0
                ? t('detailsPicturesNone')
                : t(
                    'detailsPicturesSome',
                    formatNumber(report.imagesSaved),
                    formatNumber(report.imagesTotal),
                  )}
              {report.imageBytes > 0 && ` · ${formatBytes(report.imageBytes, locale)}`}
            </p>
            {missing.length > 0 && (
              <ul class="details__missing">
                {missing.slice(0, MAX_MISSING_LISTED).map((image) => (
                  <li key={image.id}>
                    <bdi>{getFileName(image.url)}</bdi>
                    <span>
                      {image.state === 'waiting'
                        ? t('readerImageWaiting')
                        : find(`readerImage_${toMessageKey(image.error)}`)}
                    </span>
                  </li>
                ))}
                {missing.length > MAX_MISSING_LISTED && (
                  <li>{count('detailsMore', missing.length - MAX_MISSING_LISTED)}</li>
                )}
              </ul>
            )}
            {report.imagesOverLimit > 0 && (
              <p class="details__more">
                {count('detailsOver', report.imagesOverLimit, formatNumber(report.maxImages))}
              </p>
            )}
            {failed.some(({ canRetry }) => canRetry) && (
              <Button onClick={onRetry}>{t('actionRetryPictures')}</Button>
            )}
          </dd>
        </div>
        {synced !== null && (
          <div>
            <dt>{t('librarySync')}</dt>
            <dd>
              <p>{t(SYNCED_MESSAGES[synced])}</p>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Downloads a missing or partial text again, since it may be available by now. */
function FetchText({ onFetchText }: Pick<ArticleDetailsSheetProps, 'onFetchText'>) {
  const { t } = useStrings();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <Button
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
      </Button>
      <p class="details__more" role="status">
        {outcome}
      </p>
    </>
  );
}

/** Converts an error such as `too-big` to its message key `tooBig`. */
function toMessageKey(error: string | null): string {
  return (error ?? 'unreachable').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Returns the host and path of a URL, truncated. */
function shortenUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return cutLine(`${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`, MAX_URL_LENGTH);
}

function getFileName(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/\/$/, '');
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 60) || url.slice(0, 60);
}

function Versions({
  report,
  compare,
}: {
  report: CompletenessReport;
  compare: ArticleDetailsSheetProps['compare'];
}) {
  const { t, locale } = useStrings();
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const comparison = openIndex === null ? null : compare(openIndex);
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
            <TextButton
              aria-expanded={openIndex === index}
              aria-describedby={`version-${index}`}
              onClick={() => setOpenIndex(openIndex === index ? null : index)}
            >
              {t('detailsWhatChanged')}
            </TextButton>
            {openIndex === index && comparison !== null && (
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

/** The number of unchanged paragraphs shown before and after a change. */
const CONTEXT_PARAGRAPHS = 1;

/** The differences between two versions: headline, quotes and paragraphs. Unchanged paragraphs are collapsed. */
function VersionDiff({ comparison, dir }: { comparison: TextComparison; dir: 'ltr' | 'rtl' }) {
  const { t, count, direction } = useStrings();
  const { title, quotesAdded, quotesRemoved, blocks, changes } = comparison;
  const renderQuote = (Mark: 'del' | 'ins') => (quote: TextComparison['quotesAdded'][number]) => (
    <li key={`${Mark} ${quote.start}`}>
      <Mark>{t('inQuotationMarks', quote.text)}</Mark>{' '}
      {quote.resolvedSpeaker !== null && getQuoteSpeakerLabel(t, quote)}
    </li>
  );
  return (
    <div class="diff" dir={dir}>
      <p class="diff__sum" dir={direction}>
        {changes === 0 ? t('diffNone') : count('diffCount', changes)}
      </p>
      {title !== null && <p class="diff__title">{title.map(renderPiece)}</p>}
      {quotesRemoved.length + quotesAdded.length > 0 && (
        <ul class="diff__quotes">
          {quotesRemoved.map(renderQuote('del'))}
          {quotesAdded.map(renderQuote('ins'))}
        </ul>
      )}
      {collapseUnchanged(blocks).map((block, index) =>
        typeof block === 'number' ? (
          <p key={index} class="diff__fold" dir={direction}>
            {count('diffSame', block)}
          </p>
        ) : (
          <p key={index} class="diff__block" data-kind={block.kind}>
            {block.kind === 'changed' ? block.pieces.map(renderPiece) : renderPiece(block, 0)}
          </p>
        ),
      )}
    </div>
  );
}

/** Replaces each run of unchanged paragraphs, except those next to a change, with its length. */
function collapseUnchanged(blocks: readonly DiffBlock[]): (DiffBlock | number)[] {
  const isNearChange = blocks.map((_, i) =>
    blocks
      .slice(Math.max(0, i - CONTEXT_PARAGRAPHS), i + CONTEXT_PARAGRAPHS + 1)
      .some(({ kind }) => kind !== 'same'),
  );
  const collapsed: (DiffBlock | number)[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = collapsed.at(-1);
    if (isNearChange[i] === true) collapsed.push(block);
    else if (typeof last === 'number') collapsed[collapsed.length - 1] = last + 1;
    else collapsed.push(1);
  }
  return collapsed;
}
