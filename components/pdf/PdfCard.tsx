import { useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** A PDF being saved, and the result. */
export type PdfWork = { name: string } & (
  | { state: 'fetching' }
  | { state: 'reading'; done: number; total: number }
  | { state: 'saved'; articleId: string; title: string; pages: number; pictures: number }
  /** The reason, as a sentence. */
  | { state: 'failed'; message: string }
);

/** One PDF: its progress, a link to its article, or why it was not saved. */
export function PdfCard({ work, heading: Heading = 'h3' }: { work: PdfWork; heading?: 'h2' | 'h3' }) {
  const { t, number } = useStrings();
  return (
    <article class="transfer-card" aria-label={work.name}>
      <Heading>{work.state === 'saved' ? work.title : work.name}</Heading>
      {work.state === 'fetching' && <p class="transfer-card__line">{t('pdfFetching')}</p>}
      {work.state === 'reading' && (
        <ProgressBar label={t('pdfReading')} share={work.done / Math.max(1, work.total)} />
      )}
      {work.state === 'saved' && (
        <>
          <p class="transfer-card__line">
            {work.pictures < work.pages
              ? t('pdfSavedSome', number(work.pages), number(work.pictures))
              : t('pdfSaved', number(work.pages))}
          </p>
          <p class="options__links">
            <a href={`reader.html?id=${encodeURIComponent(work.articleId)}`}>{t('actionRead')}</a>
          </p>
        </>
      )}
      {work.state === 'failed' && (
        <p class="transfer-bad" role="alert">
          {work.message}
        </p>
      )}
    </article>
  );
}
