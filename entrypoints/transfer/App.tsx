import { useContext, useMemo, useState } from 'preact/hooks';
import { Transfer, type TransferProps } from '../../components/transfer/Transfer.tsx';
import type { ScopeChoice } from '../../components/transfer/transfer-types.ts';
import { formatDate } from '../../components/ui/base/format.ts';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { countArticles } from '../../utils/library/articles/articles.ts';
import { writeBackup } from '../../utils/library/backup/backup-write.ts';
import type { ExportScope } from '../../utils/library/backup/export-articles.ts';
import { writeExport } from '../../utils/library/backup/write-export.ts';
import { listImports } from '../../utils/library/imports/import-jobs.ts';
import { listScopes } from '../../utils/library/lists/list-scopes.ts';
import type { View } from '../../utils/library/types.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { toIsoDay } from '../../utils/transfer/export/export-types.ts';
import { startCompressionWorkers } from '../../utils/transfer/zip/pack-workers.ts';
import { readSelection } from '../shared/hand-over.ts';
import { useChangeLog } from '../shared/use-change-log.ts';
import { useLibrary } from '../shared/use-library.ts';
import { useFileExport } from './use-file-export.ts';
import { useImports } from './use-imports.ts';
import { usePdfs } from './use-pdfs.ts';

/** localStorage key of the time of the last backup (Unix timestamp in ms). */
const LAST_BACKUP_KEY = 'last-backup';

/** The option that exports the articles selected in the library. */
const SELECTION_SCOPE = 'selection';

/** The page for import, export and backup. */
export function App() {
  const { t, count, locale } = useContext(StringsContext);
  const selection = useMemo(readSelection, []);
  const imports = useImports();
  const pdfs = usePdfs();
  useChangeLog();
  const exporting = useFileExport();
  const backup = useFileExport();
  const [lastBackup, setLastBackup] = useState(() => Number(localStorage.getItem(LAST_BACKUP_KEY) ?? 0));
  const jobs = useLibrary(() => listImports(), []);
  const textless = useLibrary(() => countArticles('links'), []);
  const scopes = useLibrary(() => listScopes(), []);

  const choices = useMemo((): ScopeChoice[] | null => {
    if (scopes === undefined) return null;
    const names = {
      all: t('exportAll'),
      inbox: t('libraryInbox'),
      archive: t('libraryArchive'),
      favourites: t('libraryFavourites'),
    };
    const scopeChoices = scopes.map(({ view, name, count: amount, group }) => ({
      value: view,
      name: name ?? names[view as keyof typeof names],
      count: amount,
      group,
    }));
    if (selection.length === 0) return scopeChoices;
    const selectionName = count('exportSelection', selection.length);
    const amount = selection.length;
    return [
      { value: SELECTION_SCOPE, name: selectionName, count: amount, nameIncludesCount: true, group: 'views' },
      ...scopeChoices,
    ];
  }, [scopes, selection, t, count]);

  const startExport: TransferProps['onExport'] = (format, { value, name }, { withHighlights, forExcel }) => {
    const scope: ExportScope = value === SELECTION_SCOPE ? { ids: selection } : { view: value as View };
    const title = value === 'all' ? t('appName') : name;
    void exporting.start({
      write: async (sink, onProgress, signal) => {
        const contentsHeading = t('exportContents');
        const highlightsHeading = withHighlights ? t('exportHighlights') : null;
        const options = { contentsHeading, highlightsHeading, forExcel, onProgress, signal };
        return writeExport({ format, scope, name: title, ...options }, sink);
      },
    });
  };

  const startBackup = async (): Promise<void> => {
    const isSaved = await backup.start({
      write: async (sink, onProgress, signal) => {
        const { compress: pack, stop } = startCompressionWorkers(() => new Worker('pack.js'));
        const settings = await loadSettings();
        const writing = writeBackup(sink, { settings, onProgress, signal, pack });
        const { articles } = await writing.finally(stop);
        return { articles, name: `Offprint backup ${toIsoDay(Date.now())}.zip`, type: 'application/zip' };
      },
    });
    if (!isSaved) return;
    localStorage.setItem(LAST_BACKUP_KEY, String(Date.now()));
    setLastBackup(Date.now());
  };

  return (
    <Transfer
      libraryHref="library.html"
      chosen={imports.chosen}
      jobs={jobs ?? null}
      textless={textless ?? 0}
      jobActions={imports.actions}
      onFiles={(files) =>
        pdfs
          .take(files)
          .then((rest) => rest.length > 0 && imports.look(rest))
          .catch((error: unknown) => console.error('offprint: files', error))
      }
      pdfs={pdfs.works}
      onSaveFailures={imports.saveSurveyed}
      onStart={imports.start}
      onDiscardFile={imports.drop}
      scopes={choices}
      initialScope={selection.length > 0 ? SELECTION_SCOPE : 'all'}
      exporting={exporting.state}
      onExport={startExport}
      onCancelExport={exporting.cancel}
      backup={backup.state}
      lastBackup={lastBackup === 0 ? null : formatDate(lastBackup, locale)}
      onBackup={() => void startBackup()}
      onCancelBackup={backup.cancel}
    />
  );
}
