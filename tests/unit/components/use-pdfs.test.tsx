// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { PdfCard } from '../../../components/pdf/SavePdfPage.tsx';
import type { PdfToSave, SavedPdf } from '../../../entrypoints/shared/pdf/save-pdf.ts';
import { usePdfs } from '../../../entrypoints/transfer/use-pdfs.ts';
import { show } from './render.tsx';

/** Ends the saving of the file of that name. */
const endings = vi.hoisted(() => new Map<string, (saved: SavedPdf) => void>());

vi.mock('../../../utils/pdf/pdf-limits.ts', () => ({ isPdf: async () => true }));
vi.mock('../../../entrypoints/shared/pdf/explain-pdf-error.ts', () => ({ explainPdfError: () => '' }));
vi.mock('../../../entrypoints/shared/pdf/save-pdf.ts', () => ({
  savePdf: ({ name }: PdfToSave) =>
    new Promise<SavedPdf>((resolve) => {
      endings.set(name, resolve);
    }),
}));

let take: (files: readonly File[]) => Promise<File[]>;

function Screen() {
  const pdfs = usePdfs();
  take = pdfs.take;
  return pdfs.works.map((work) => <PdfCard key={work.name} save={work} />);
}

const end = (name: string): Promise<void> =>
  act(async () =>
    endings.get(name)?.({ articleId: name, title: `The story of ${name}`, pages: 1, pictures: 1 }),
  );

it('tells of each PDF in its own card where a second lot comes while the first is read', async () => {
  const page = await show(<Screen />);
  await act(async () => void (await take([new File([], 'lock.pdf')])));
  await act(async () => void (await take([new File([], 'mill.pdf')])));
  await end('lock.pdf');
  expect(page.text()).toContain('The story of lock.pdf');
  expect(page.text()).toContain('mill.pdf');
  await end('mill.pdf');
  expect(page.text()).toContain('The story of lock.pdf');
  expect(page.text()).toContain('The story of mill.pdf');
});
