import { useContext, useState } from 'preact/hooks';
import type { PdfSave } from '../../components/pdf/SavePdfPage.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { isPdf } from '../../utils/pdf/pdf-limits.ts';
import { explainPdfError } from '../shared/pdf/explain-pdf-error.ts';
import { savePdf } from '../shared/pdf/save-pdf.ts';

/** The id distinguishes entries, because several batches may be read at once and may contain the same file. */
type ListedPdf = PdfSave & { id: string };

/** Saves the PDFs among the given files, each as an article, without a preview. */
export function usePdfs() {
  const { t } = useContext(StringsContext);
  const [works, setWorks] = useState<readonly ListedPdf[]>([]);

  /** @returns the files that are not PDFs */
  const take = async (files: readonly File[]): Promise<File[]> => {
    const arePdfs = await Promise.all(files.map(isPdf));
    const pdfs = files.filter((_, index) => arePdfs[index] === true);
    void saveAll(pdfs);
    return files.filter((_, index) => arePdfs[index] !== true);
  };

  const saveAll = async (pdfs: readonly File[]): Promise<void> => {
    for (const file of pdfs) {
      const { name } = file;
      const id = crypto.randomUUID();
      const update = (work: PdfSave): void =>
        setWorks((before) => before.map((one) => (one.id === id ? { ...work, id } : one)));
      setWorks((before) => [...before, { id, name, state: 'reading', done: 0, total: 1 }]);
      try {
        const saved = await savePdf({
          file,
          name,
          url: null,
          altOf: (page) => t('pdfPage', String(page)),
          onProgress: (done, total) => update({ name, state: 'reading', done, total }),
        });
        update({ name, state: 'saved', ...saved });
      } catch (error) {
        update({ name, state: 'failed', message: explainPdfError(error) });
      }
    }
  };

  return { works, take };
}
