import { useId, useState } from 'preact/hooks';
import type { CitationStyle } from '../../utils/quotes/cite/cite-quote.ts';
import { TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';

export type DossierFormat = 'html' | 'markdown' | 'epub' | 'print';

const FORMATS = [
  ['html', 'exportFormat_html'],
  ['markdown', 'exportFormat_markdown'],
  ['epub', 'exportFormat_epub'],
  ['print', 'actionPrint'],
] as const;

const STYLES: readonly CitationStyle[] = ['plain', 'apa', 'chicago'];

export interface DossierBarProps {
  /** Exports the story as a document, or prints it. */
  onExportDossier: (format: DossierFormat, style: CitationStyle) => void;
}

/** A bar for exporting a story as a document in several formats, with a choice of the citation style. */
export function DossierBar({ onExportDossier }: DossierBarProps) {
  const { t } = useStrings();
  const id = useId();
  const [style, setStyle] = useState<CitationStyle>('plain');
  return (
    <section class="dossier-bar" aria-labelledby={id}>
      <h2 id={id}>{t('dossierTitle')}</h2>
      {FORMATS.map(([format, label]) => (
        <TextButton key={format} onClick={() => onExportDossier(format, style)}>
          {t(label)}
        </TextButton>
      ))}
      <label class="library__sort">
        <span class="visually-hidden">{t('dossierStyle')}</span>
        <select
          value={style}
          title={t('dossierStyle')}
          onChange={({ currentTarget }) =>
            setStyle(STYLES.find((option) => option === currentTarget.value) ?? 'plain')
          }
        >
          {STYLES.map((option) => (
            <option key={option} value={option}>
              {t(`dossierStyle_${option}`)}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
    </section>
  );
}
