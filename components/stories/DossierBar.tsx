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
  /** Writes the story as a document, or prints it. */
  onDossier: (format: DossierFormat, style: CitationStyle) => void;
}

/** Writes a story as a document in one of several formats, with citations in one of several styles. */
export function DossierBar({ onDossier }: DossierBarProps) {
  const { t } = useStrings();
  const id = useId();
  const [style, setStyle] = useState<CitationStyle>('plain');
  return (
    <section class="dossier-bar" aria-labelledby={id}>
      <h2 id={id}>{t('dossierTitle')}</h2>
      {FORMATS.map(([format, label]) => (
        <TextButton key={format} onClick={() => onDossier(format, style)}>
          {t(label)}
        </TextButton>
      ))}
      <label class="library__sort">
        <span class="visually-hidden">{t('dossierStyle')}</span>
        <select
          value={style}
          title={t('dossierStyle')}
          onChange={({ currentTarget }) =>
            setStyle(STYLES.find((one) => one === currentTarget.value) ?? 'plain')
          }
        >
          {STYLES.map((one) => (
            <option key={one} value={one}>
              {t(`dossierStyle_${one}`)}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
    </section>
  );
}
