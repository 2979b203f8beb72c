import './base.css';
import type { ComponentChildren } from 'preact';
import type { Settings, SiteSettings, Theme } from '../utils/settings/schema.ts';
import { ClutterChoices } from './ClutterChoices.tsx';
import { Mark } from './Mark.tsx';
import { About, type Licence, Permissions } from './OptionsFacts.tsx';
import { ReadingChoice, type ReadingChoiceProps } from './ReadingChoice.tsx';
import { SegmentedChoice } from './SegmentedChoice.tsx';
import { SiteMemory, type SiteMemoryProps } from './SiteMemory.tsx';
import { SiteRules, type SiteRulesProps } from './SiteRules.tsx';
import { SiteTable } from './SiteTable.tsx';
import { type MessageKey, useStrings } from './strings.ts';
import './quotes.css';
import './library.css';
import './rail.css';
import './sheet.css';
import './options.css';

/** A keyboard command as the browser has it. */
export interface Command {
  name: string;
  description: string;
  /** `''` where the browser gave it no key. */
  keys: string;
}

export interface OptionsProps {
  settings: Settings;
  commands: readonly Command[];
  /** The manifest's permissions. */
  permissions: readonly string[];
  /** Null until the browser has said what it allows. */
  reading: ReadingChoiceProps | null;
  version: string;
  licences: readonly Licence[];
  onTheme: (theme: Theme) => void;
  onClutter: (kind: keyof Settings['clutter'], on: boolean) => void;
  onSite: (host: string, site: SiteSettings | null) => void;
  rules: Omit<SiteRulesProps, 'sites'>;
  memory: Omit<SiteMemoryProps, 'isOn'>;
  /** Forgets what the reader said of a page. */
  onForgetPage: (url: string) => void;
  /** Null where the browser has no page for it. */
  onChangeShortcuts: (() => void) | null;
  libraryHref: string;
}

const SECTIONS: readonly (readonly [id: string, title: MessageKey])[] = [
  ['reading', 'readingTitle'],
  ['clearing', 'optionsClearing'],
  ['rules', 'optionsRules'],
  ['sites', 'optionsSites'],
  ['appearance', 'optionsAppearance'],
  ['shortcuts', 'optionsShortcuts'],
  ['permissions', 'optionsPermissions'],
  ['about', 'optionsAbout'],
];

/** The options page: everything on one page, each part with a line that says what it means. */
export function Options(props: OptionsProps) {
  const { t } = useStrings();
  const { settings } = props;
  return (
    <div class="library">
      <aside class="rail">
        <a class="rail__brand" href={props.libraryHref}>
          <Mark />
          {t('appName')}
        </a>
        <nav class="rail__nav" aria-label={t('optionsSections')}>
          <ul class="rail__list">
            {SECTIONS.map(([id, title]) => (
              <li key={id}>
                <a class="rail__link" href={`#${id}`}>
                  {t(title)}
                </a>
              </li>
            ))}
            <li>
              <a class="rail__link" href="transfer.html">
                {t('transferTitle')}
              </a>
            </li>
          </ul>
        </nav>
      </aside>
      <main class="library__main options">
        <header class="library__head">
          <h1>{t('optionsTitle')}</h1>
        </header>
        <div class="scotch" />
        <Section id="reading" title="readingTitle">
          {props.reading !== null && <ReadingChoice {...props.reading} />}
        </Section>
        <Section id="clearing" title="optionsClearing" text="optionsClearingText">
          <ClutterChoices chosen={settings.clutter} onChange={props.onClutter} />
          <SiteMemory isOn={settings.siteMemory} {...props.memory} />
        </Section>
        <Section id="rules" title="optionsRules" text="optionsRulesText">
          <SiteRules sites={settings.sites} {...props.rules} />
        </Section>
        <Section id="sites" title="optionsSites" text="optionsSitesText">
          <SiteTable
            sites={settings.sites}
            onSite={props.onSite}
            pages={settings.pages}
            onForgetPage={props.onForgetPage}
          />
        </Section>
        <Section id="appearance" title="optionsAppearance">
          <div class="option-row">
            <span>{t('optionsTheme')}</span>
            <SegmentedChoice<Theme>
              label={t('optionsTheme')}
              options={[
                { value: 'system', label: t('themeSystem') },
                { value: 'light', label: t('themeLight') },
                { value: 'dark', label: t('themeDark') },
              ]}
              value={settings.theme}
              onChange={props.onTheme}
            />
          </div>
        </Section>
        <Section id="shortcuts" title="optionsShortcuts" text="optionsShortcutsText">
          <dl class="command-list">
            {props.commands.map((command) => (
              <div key={command.name} class="option-row">
                <dt>{command.description}</dt>
                <dd>{command.keys === '' ? t('optionsShortcutNone') : <kbd>{command.keys}</kbd>}</dd>
              </div>
            ))}
          </dl>
          {props.onChangeShortcuts === null ? (
            <p class="note">{t('optionsShortcutsFirefox')}</p>
          ) : (
            <button type="button" class="button" onClick={props.onChangeShortcuts}>
              {t('optionsShortcutsChange')}
            </button>
          )}
        </Section>
        <Section id="permissions" title="optionsPermissions" text="optionsPermissionsText">
          <Permissions permissions={props.permissions} />
        </Section>
        <Section id="about" title="optionsAbout" text="optionsAboutText">
          <About version={props.version} licences={props.licences} />
        </Section>
      </main>
    </div>
  );
}

interface SectionProps {
  id: string;
  title: MessageKey;
  text?: MessageKey;
  children: ComponentChildren;
}

function Section({ id, title, text, children }: SectionProps) {
  const { t } = useStrings();
  return (
    <section class="options__section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      {text !== undefined && <p class="options__text">{t(text)}</p>}
      {children}
    </section>
  );
}
