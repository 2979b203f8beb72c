import { Button, PrimaryButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import { ChooseFiles } from '../transfer/ChooseFiles.tsx';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Logo } from '../ui/Logo.tsx';
import { PdfCard, type PdfWork } from './PdfCard.tsx';
import '../library/library.css';
import '../options/options.css';
import '../transfer/transfer.css';
import './save-pdf-page.css';

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
