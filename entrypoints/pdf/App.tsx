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

/** Address of the PDF to save; null for a local file. */
function readUrlParameter(): string | null {
  const url = new URLSearchParams(location.search).get('url') ?? '';
  return isWebAddress(url) ? url : null;
}

/** The page that fetches and saves a PDF, or reads a file that the user chooses, and then opens it in the reader. */
export function App() {
  const { t } = useContext(StringsContext);
  const [status, setStatus] = useState<PdfSave | null>(null);
  const [isAskingForAccess, setAskingForAccess] = useState(false);
  useChangeLog();

  const save = async (url: string | null, chosenFile: File | null): Promise<void> => {
    const name = chosenFile?.name ?? (url === null ? '' : fileNameOf(url));
    try {
      let file: Blob | null = chosenFile;
      if (file === null && url !== null) {
        setStatus({ name, state: 'fetching' });
        const fetched = await sendToBackground('pdf/fetch', { url });
        if (!fetched.ok) {
          setStatus({ name, state: 'failed', message: fetched.message });
          return;
        }
        file = await takeStashedFile(fetched.key);
      }
      if (file === null) throw new Error('the fetched file is gone');
      const onProgress = (done: number, total: number): void =>
        setStatus({ name, state: 'reading', done, total });
      onProgress(0, 1);
      const altOf = (page: number): string => t('pdfPage', String(page));
      const saved = await savePdf({ file, name, url, altOf, onProgress });
      setStatus({ name, state: 'saved', ...saved });
      // Replaces the history entry, so that Back does not save it again.
      location.replace(`reader.html?id=${encodeURIComponent(saved.articleId)}`);
    } catch (error) {
      setStatus({ name, state: 'failed', message: explainPdfError(error) });
    }
  };

  const address = readUrlParameter();
  const saveIfAllowed = async (url: string): Promise<void> => {
    const hasAccess = await hasAccessToUrl(url);
    setAskingForAccess(!hasAccess);
    if (hasAccess) await save(url, null);
  };
  // Must be called synchronously in a click, because browsers ask for access only then.
  const requestAndSave = async (url: string): Promise<void> => {
    if (await requestAccess(url)) await saveIfAllowed(url);
  };
  useEffect(() => {
    if (address !== null) void saveIfAllowed(address);
  }, []);
  // If the user chooses a file, we assume that it was downloaded from the requested address.
  return (
    <SavePdfPage
      save={status}
      isLocalFile={address === null}
      permissionRequest={
        isAskingForAccess && address !== null
          ? { url: address, onAllow: () => void requestAndSave(address) }
          : null
      }
      libraryHref="library.html"
      onChooseFile={(file) => {
        setAskingForAccess(false);
        void save(address, file);
      }}
      onRetry={address === null ? null : () => void saveIfAllowed(address)}
    />
  );
}
