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

/** The progress and the result of saving a PDF. */
export type PdfSave = { name: string } & (
  | { state: 'fetching' }
  | { state: 'reading'; done: number; total: number }
  | { state: 'saved'; articleId: string; title: string; pages: number; pictures: number }
  /** `message`: the error, as a sentence. */
  | { state: 'failed'; message: string }
);

/** Shows the progress of saving a PDF, then a link to the saved article or an error. */
export function PdfCard({ save, heading: Heading = 'h3' }: { save: PdfSave; heading?: 'h2' | 'h3' }) {
  const { t, formatNumber } = useStrings();
  return (
    <article class="transfer-card" aria-label={save.name}>
      <Heading>{save.state === 'saved' ? save.title : save.name}</Heading>
      {save.state === 'fetching' && <p class="transfer-card__line">{t('pdfFetching')}</p>}
      {save.state === 'reading' && (
        <ProgressBar label={t('pdfReading')} fraction={save.done / Math.max(1, save.total)} />
      )}
      {save.state === 'saved' && (
        <>
          <p class="transfer-card__line">
            {save.pictures < save.pages
              ? t('pdfSavedSome', formatNumber(save.pages), formatNumber(save.pictures))
              : t('pdfSaved', formatNumber(save.pages))}
          </p>
          <p class="options__links">
            <a href={`reader.html?id=${encodeURIComponent(save.articleId)}`}>{t('actionRead')}</a>
          </p>
        </>
      )}
      {save.state === 'failed' && (
        <p class="transfer-bad" role="alert">
          {save.message}
        </p>
      )}
    </article>
  );
}

interface Props {
  /** Null until a file is known. */
  save: PdfSave | null;
  /** Whether the tab shows a local file, which extensions cannot read. */
  isLocalFile: boolean;
  /** The permission needed to download the PDF; null if none is needed. */
  permissionRequest: { url: string; onAllow: () => void } | null;
  libraryHref: string;
  onChooseFile: (file: File) => void;
  /** Downloads the PDF again; null if it was not downloaded. */
  onRetry: (() => void) | null;
}

/** The page for saving a PDF that was open in a tab or that the user selects. */
export function SavePdfPage({
  save,
  isLocalFile,
  permissionRequest,
  libraryHref,
  onChooseFile,
  onRetry,
}: Props) {
  const { t } = useStrings();
  const canChooseFile = save === null ? isLocalFile || permissionRequest !== null : save.state === 'failed';
  return (
    <main class="save-pdf">
      <a class="save-pdf__brand" href={libraryHref}>
        <Logo />
        {t('appName')}
      </a>
      <h1>{t('pdfTitle')}</h1>
      <div class="scotch" />
      <p class="options__text">{t('pdfText')}</p>
      {save !== null && <PdfCard save={save} heading="h2" />}
      {permissionRequest !== null && (
        <>
          <p class="options__text">{t('pdfNeedsAccess', hostOf(permissionRequest.url))}</p>
          <PrimaryButton onClick={permissionRequest.onAllow}>{t('noAccessAsk')}</PrimaryButton>
        </>
      )}
      {permissionRequest === null && save?.state === 'failed' && onRetry !== null && (
        <Button onClick={onRetry}>{t('actionTryAgain')}</Button>
      )}
      {canChooseFile && (
        <>
          <p class="options__text">
            {t(isLocalFile && save === null ? 'pdfChooseDisk' : 'pdfChooseInstead')}
          </p>
          <ChooseFiles
            dropHint={t('pdfDrop')}
            label={t('pdfChoose')}
            isSingle
            onFiles={([file]) => file !== undefined && onChooseFile(file)}
          />
        </>
      )}
    </main>
  );
}
