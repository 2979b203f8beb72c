import '../ui/base/base.css';
import '../library/library.css';
import '../options/options.css';
import '../transfer/transfer.css';
import './save-pdf-page.css';
import { ChooseFiles } from '../transfer/ChooseFiles.tsx';
import { Button, PrimaryButton } from '../ui/Button.tsx';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Logo } from '../ui/Logo.tsx';
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
  const { t, formatNumber } = useStrings();
  return (
    <article class="transfer-card" aria-label={work.name}>
      <Heading>{work.state === 'saved' ? work.title : work.name}</Heading>
      {work.state === 'fetching' && <p class="transfer-card__line">{t('pdfFetching')}</p>}
      {work.state === 'reading' && (
        <ProgressBar label={t('pdfReading')} fraction={work.done / Math.max(1, work.total)} />
      )}
      {work.state === 'saved' && (
        <>
          <p class="transfer-card__line">
            {work.pictures < work.pages
              ? t('pdfSavedSome', formatNumber(work.pages), formatNumber(work.pictures))
              : t('pdfSaved', formatNumber(work.pages))}
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

interface Props {
  /** Null until a file is known. */
  work: PdfWork | null;
  /** The browser shows a local file, which extensions cannot open. */
  isOnDisk: boolean;
  /** A permission is needed before anything is fetched; null if it is granted. */
  ask: { url: string; onAllow: () => void } | null;
  libraryHref: string;
  onFile: (file: File) => void;
  /** Fetches the PDF again; null if nothing was fetched. */
  onRetry: (() => void) | null;
}

/** Saves a PDF that was open in a tab, or that the user selects. */
export function SavePdfPage({ work, isOnDisk, ask, libraryHref, onFile, onRetry }: Props) {
  const { t } = useStrings();
  const mayChoose = work === null ? isOnDisk || ask !== null : work.state === 'failed';
  return (
    <main class="save-pdf">
      <a class="save-pdf__brand" href={libraryHref}>
        <Logo />
        {t('appName')}
      </a>
      <h1>{t('pdfTitle')}</h1>
      <div class="scotch" />
      <p class="options__text">{t('pdfText')}</p>
      {work !== null && <PdfCard work={work} heading="h2" />}
      {ask !== null && (
        <>
          <p class="options__text">{t('pdfNeedsAccess', hostOf(ask.url))}</p>
          <PrimaryButton onClick={ask.onAllow}>{t('noAccessAsk')}</PrimaryButton>
        </>
      )}
      {ask === null && work?.state === 'failed' && onRetry !== null && (
        <Button onClick={onRetry}>{t('actionTryAgain')}</Button>
      )}
      {mayChoose && (
        <>
          <p class="options__text">{t(isOnDisk && work === null ? 'pdfChooseDisk' : 'pdfChooseInstead')}</p>
          <ChooseFiles
            words={t('pdfDrop')}
            label={t('pdfChoose')}
            isOne
            onFiles={([file]) => file !== undefined && onFile(file)}
          />
        </>
      )}
    </main>
  );
}
