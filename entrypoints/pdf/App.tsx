import { useContext, useEffect, useState } from 'preact/hooks';
import type { PdfSave } from '../../components/pdf/SavePdfPage.tsx';
import { SavePdfPage } from '../../components/pdf/SavePdfPage.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { fileNameOf } from '../../utils/pdf/pdf-limits.ts';
import { hasAccessToUrl, requestAccess } from '../../utils/platform/site-access.ts';
import { takeStashedFile } from '../../utils/platform/stash-file.ts';
import { isWebAddress } from '../../utils/text/line-schemas.ts';
import { explainPdfError } from '../shared/pdf/explain-pdf-error.ts';
import { savePdf } from '../shared/pdf/save-pdf.ts';
import { useChangeLog } from '../shared/use-change-log.ts';

/** Address of the PDF that the popup was asked to save; null for a local file. */
function addressAsked(): string | null {
  const url = new URLSearchParams(location.search).get('url') ?? '';
  return isWebAddress(url) ? url : null;
}

/** Fetches and saves a PDF, or one that the user chooses, and opens it in the reader. */
export function App() {
  const { t } = useContext(StringsContext);
  const [work, setWork] = useState<PdfSave | null>(null);
  const [isAsking, setAsking] = useState(false);
  useChangeLog();

  const save = async (url: string | null, given: File | null): Promise<void> => {
    const name = given?.name ?? (url === null ? '' : fileNameOf(url));
    try {
      let file: Blob | null = given;
      if (file === null && url !== null) {
        setWork({ name, state: 'fetching' });
        const fetched = await sendToBackground('pdf/fetch', { url });
        if (!fetched.ok) {
          setWork({ name, state: 'failed', message: fetched.message });
          return;
        }
        file = await takeStashedFile(fetched.key);
      }
      if (file === null) throw new Error('the fetched file is gone');
      const onProgress = (done: number, total: number): void =>
        setWork({ name, state: 'reading', done, total });
      onProgress(0, 1);
      const altOf = (page: number): string => t('pdfPage', String(page));
      const saved = await savePdf({ file, name, url, altOf, onProgress });
      setWork({ name, state: 'saved', ...saved });
      // Replaces the history entry, so that Back does not save it again.
      location.replace(`reader.html?id=${encodeURIComponent(saved.articleId)}`);
    } catch (error) {
      setWork({ name, state: 'failed', message: explainPdfError(error) });
    }
  };

  const address = addressAsked();
  const begin = async (url: string): Promise<void> => {
    const may = await hasAccessToUrl(url);
    setAsking(!may);
    if (may) await save(url, null);
  };
  // Must be called synchronously in a click.
  const allow = async (url: string): Promise<void> => {
    if (await requestAccess(url)) await begin(url);
  };
  useEffect(() => {
    if (address !== null) void begin(address);
  }, []);
  // A file chosen by the user is the one whose address was requested.
  return (
    <SavePdfPage
      save={work}
      isLocalFile={address === null}
      permissionRequest={
        isAsking && address !== null ? { url: address, onAllow: () => void allow(address) } : null
      }
      libraryHref="library.html"
      onChooseFile={(file) => {
        setAsking(false);
        void save(address, file);
      }}
      onRetry={address === null ? null : () => void begin(address)}
    />
  );
}
