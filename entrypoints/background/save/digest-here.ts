import type { DigestTask } from '../../../utils/library/articles/digest-page.ts';

/** Only Firefox's background has a DOM and workers; Chromium's leaves the imports to the offscreen document. */
export const runImportsHere = import.meta.env.FIREFOX
  ? async () => {
      const { digest } = await import('../../../utils/library/articles/digest-page.ts');
      const { runImportsBeside } = await import('../../shared/run-imports-beside.ts');
      await runImportsBeside(digest);
    }
  : null;

/** The same of pages and texts. */
export const digestHere = import.meta.env.FIREFOX
  ? async (task: DigestTask) => (await import('../../../utils/library/articles/digest-page.ts')).digest(task)
  : null;
