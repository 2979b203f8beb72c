import { useLayoutEffect, useRef } from 'preact/hooks';
import { PdfCard, type PdfSave } from '../pdf/SavePdfPage.tsx';
import { Button } from '../ui/Button.tsx';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { isFocusLost, useReturnFocus } from '../ui/hooks/use-return-focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { Section, SectionsPage } from '../ui/SectionsPage.tsx';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ExportForm, type ExportOptions, FileWriter } from './ExportForm.tsx';
import { ImportJob, ImportPreviewCard, type JobActions } from './ImportJob.tsx';
import type { ChosenFile, ExportFormat, ImportProgress, ScopeChoice, WriteState } from './transfer-types.ts';
import '../options/options.css';
import './transfer.css';

export interface TransferProps {
  libraryHref: string;
  /** Null if no file is chosen. */
  chosen: ChosenFile | null;
  /** Null until loaded. */
  jobs: readonly ImportProgress[] | null;
  /** The number of articles without text. */
  textless: number;
  jobActions: JobActions;
  onFiles: (files: readonly File[]) => void;
  /** The PDFs among the chosen files. */
  pdfs: readonly PdfSave[];
  /** Downloads the list of records that cannot be imported. */
  onSaveFailures: () => void;
  onStart: (choice: { fetchTexts: boolean; takeSettings: boolean }) => void;
  onDiscardFile: () => void;
  scopes: readonly ScopeChoice[] | null;
  initialScope: string;
  exporting: WriteState;
  onExport: (kind: ExportFormat, scope: ScopeChoice, options: ExportOptions) => void;
  onCancelExport: () => void;
  backup: WriteState;
  /** When the last backup was downloaded on this device, formatted for display; null if never. */
  lastBackup: string | null;
  onBackup: () => void;
  onCancelBackup: () => void;
}

const SECTIONS: readonly (readonly [id: string, title: MessageKey])[] = [
  ['import', 'transferImport'],
  ['export', 'transferExport'],
  ['backup', 'transferBackup'],
];

/** Import, export and backup on one page. */
export function Transfer(props: TransferProps) {
  const { t } = useStrings();
  const main = useRef<HTMLElement>(null);
  const findChooseButton = () => main.current?.querySelector<HTMLElement>('.drop button');
  useReturnFocus(props.chosen, findChooseButton);
  // The survey of a file replaces the focused button that asked for it.
  useLayoutEffect(() => {
    if (props.chosen !== null && isFocusLost())
      main.current?.querySelector<HTMLElement>('[data-survey]')?.focus();
  }, [props.chosen?.state]);
  // Dismissing an import removes the focused button.
  const jobCount = props.jobs?.length ?? 0;
  const previousJobCount = useRef(0);
  useLayoutEffect(() => {
    if (jobCount < previousJobCount.current && isFocusLost()) findChooseButton()?.focus();
    previousJobCount.current = jobCount;
  }, [jobCount]);
  // Missing texts concern the whole library, so downloading them is offered only with the first finished import.
  const firstDone = props.jobs?.find(({ state, format }) => state === 'done' && format !== 'backup');
  const isFetching = props.jobs?.some(({ state }) => state === 'fetching') === true;
  return (
    <SectionsPage
      title="transferTitle"
      navLabel="transferSections"
      libraryHref={props.libraryHref}
      sections={SECTIONS}
      linkBefore={
        <li>
          <a class="rail__link" href={props.libraryHref}>
            <Icon name="back" />
            {t('transferLibrary')}
          </a>
        </li>
      }
      class="options transfer"
      contentRef={main}
    >
      <Section id="import" title="transferImport" text="transferImportText">
        {props.jobs?.map((job) => (
          <ImportJob
            key={job.id}
            job={job}
            missingTextCount={job === firstDone && !isFetching ? props.textless : 0}
            actions={props.jobActions}
          />
        ))}
        {props.pdfs.map((work, index) => (
          <PdfCard key={`${index}-${work.name}`} save={work} />
        ))}
        {props.chosen === null ? (
          <ImportStart onFiles={props.onFiles} />
        ) : (
          <ImportPreviewCard
            chosen={props.chosen}
            onStart={props.onStart}
            onDiscard={props.onDiscardFile}
            onSaveFailures={props.onSaveFailures}
          />
        )}
      </Section>
      <Section id="export" title="transferExport" text="transferExportText">
        <ExportForm
          scopes={props.scopes}
          initialScope={props.initialScope}
          {...props.exporting}
          onExport={props.onExport}
          onCancel={props.onCancelExport}
        />
      </Section>
      <Section id="backup" title="transferBackup" text="transferBackupText">
        <Backup {...props} />
      </Section>
    </SectionsPage>
  );
}

function Backup({ backup, lastBackup, onBackup, onCancelBackup }: TransferProps) {
  const { t } = useStrings();
  const start = useRef<HTMLButtonElement>(null);
  useReturnFocus(backup.progress, () => start.current);
  return (
    <>
      <FileWriter
        {...backup}
        label={t('backupWriting')}
        start={
          <Button ref={start} onClick={onBackup}>
            {t('backupStart')}
          </Button>
        }
        onCancel={onCancelBackup}
      />
      <p class="note">{lastBackup === null ? t('backupNever') : t('backupLast', lastBackup)}</p>
    </>
  );
}

interface ImportStartProps {
  onFiles: (files: readonly File[]) => void;
}

/** The drop target for files to import. */
function ImportStart({ onFiles }: ImportStartProps) {
  const { t } = useStrings();
  return (
    <ChooseFiles dropHint={t('importDrop')} label={t('importChoose')} onFiles={onFiles}>
      <p class="drop__known">{t('importKnown')}</p>
    </ChooseFiles>
  );
}
