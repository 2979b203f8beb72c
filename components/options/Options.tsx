import type { ClutterKind } from '../../utils/clutter/types.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SiteSettings,
  type Theme,
} from '../../utils/settings/schema.ts';
import { ReaderSettings, type ReaderSettingsProps } from '../reader/ReaderSettings.tsx';
import { Button } from '../ui/Button.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { type MessageKey, useStrings } from '../ui/base/strings.ts';
import { Section, SectionsPage } from '../ui/SectionsPage.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SwitchRow } from '../ui/Switch.tsx';
import {
  CommandList,
  type CommandsProps,
  SiteAccessChoice,
  type SiteAccessChoiceProps,
  UnderlineChoice,
  type UnderlineChoiceProps,
} from './SetupChoices.tsx';
import { SiteRules, type SiteRulesProps } from './SiteRules.tsx';
import { SiteTable } from './SiteTable.tsx';
import '../quotes/quotes.css';
import '../ui/sheet.css';
import './options.css';
import '../ui/switch.css';

export interface OptionsProps {
  settings: Settings;
  commandList: CommandsProps;
  /** The manifest's permissions. */
  permissions: readonly string[];
  /** Null until the browser's permissions have been queried. */
  siteAccess: SiteAccessChoiceProps | null;
  version: string;
  licences: readonly LicensedLibrary[];
  /** Settings of the reading view. */
  reader: ReaderSettingsProps;
  /** The library's storage use in bytes, as reported by the browser; null if unknown. */
  storage: { used: number; isPersistent: boolean | null } | null;
  onThemeChange: (theme: Theme) => void;
  onHighlightButtonChange: (on: boolean) => void;
  onSingleKeysChange: (on: boolean) => void;
  onUnderlineChange: UnderlineChoiceProps['onChange'];
  onPersist: () => void;
  onClutterKindChange: (kind: keyof Settings['clutter'], on: boolean) => void;
  onSiteChange: (host: string, site: SiteSettings | null) => void;
  rules: Omit<SiteRulesProps, 'sites'>;
  /** Deletes the user's override for a page. */
  onRemovePage: (url: string) => void;
  libraryHref: string;
}

const SECTIONS: readonly (readonly [id: string, title: MessageKey])[] = [
  ['reading', 'optionsReading'],
  ['clearing', 'optionsClearing'],
  ['rules', 'optionsRules'],
  ['sites', 'optionsSites'],
  ['appearance', 'optionsAppearance'],
  ['shortcuts', 'optionsShortcuts'],
  ['storage', 'optionsStorage'],
  ['permissions', 'optionsPermissions'],
  ['about', 'optionsAbout'],
];

/** The options page: all settings, each with an explanation. */
export function Options(props: OptionsProps) {
  const { t } = useStrings();
  const { settings } = props;
  const { commands } = props.commandList;
  const highlightKeys = commands.find(({ name }) => name === 'highlight')?.keys ?? '';
  return (
    <SectionsPage
      title="optionsTitle"
      navLabel="optionsSections"
      libraryHref={props.libraryHref}
      sections={SECTIONS}
      linkAfter={
        <li>
          <a class="rail__link" href="privacy.html">
            {t('privacyTitle')}
          </a>
        </li>
      }
      class="options"
    >
      <Section id="reading" title="readingTitle">
        {props.siteAccess !== null && <SiteAccessChoice {...props.siteAccess} />}
      </Section>
      <Section id="clearing" title="optionsClearing" text="optionsClearingText">
        <ClutterChoices enabledKinds={settings.clutter} onChange={props.onClutterKindChange} />
      </Section>
      <Section id="rules" title="optionsRules" text="optionsRulesText">
        <SiteRules sites={settings.sites} {...props.rules} />
      </Section>
      <Section id="sites" title="optionsSites" text="optionsSitesText">
        <SiteTable
          sites={settings.sites}
          onSiteChange={props.onSiteChange}
          pages={settings.pages}
          onRemovePage={props.onRemovePage}
        />
      </Section>
      <Section id="appearance" title="optionsAppearance">
        <div class="option-row">
          <span>{t('optionsTheme')}</span>
          <SegmentedControl<Theme>
            label={t('optionsTheme')}
            options={{
              system: 'themeSystem',
              light: 'themeLight',
              dark: 'themeDark',
              contrast: 'themeContrast',
            }}
            value={settings.theme}
            onChange={props.onThemeChange}
          />
        </div>
        <UnderlineChoice value={settings.underlineQuotes} onChange={props.onUnderlineChange} />
        <SwitchRow
          name={t('optionsHighlightOffer')}
          hint={[
            t('optionsHighlightOfferText'),
            ...(highlightKeys === '' ? [] : [t('optionsHighlightOfferKeys', highlightKeys)]),
          ].join(' ')}
          isOn={settings.showHighlightButton}
          onSwitch={props.onHighlightButtonChange}
        />
        <h3 class="options__subhead">{t('optionsReader')}</h3>
        <div class="reader-settings">
          <ReaderSettings {...props.reader} />
        </div>
      </Section>
      <Section
        id="shortcuts"
        title="optionsShortcuts"
        {...(commands.length > 0 ? { text: 'optionsShortcutsText' } : {})}
      >
        <CommandList {...props.commandList} />
        <SwitchRow
          name={t('optionsSingleKeys')}
          hint={t('optionsSingleKeysText')}
          isOn={settings.singleKeys}
          onSwitch={props.onSingleKeysChange}
        />
      </Section>
      <Section id="storage" title="optionsStorage" text="optionsStorageText">
        <Storage storage={props.storage} onPersist={props.onPersist} />
      </Section>
      <Section id="permissions" title="optionsPermissions" text="optionsPermissionsText">
        <Permissions permissions={props.permissions} />
      </Section>
      <Section id="about" title="optionsAbout" text="optionsAboutText">
        <About version={props.version} licences={props.licences} />
      </Section>
    </SectionsPage>
  );
}

/** Shows the library's storage use and whether it is persistent, with links to storage management and to backups. */
function Storage({ storage, onPersist }: Pick<OptionsProps, 'storage' | 'onPersist'>) {
  const { t, locale } = useStrings();
  return (
    <>
      {storage !== null && (
        <div class="option-row">
          <span>
            <span class="option-row__name">{t('storageUsed', formatBytes(storage.used, locale))}</span>
            {storage.isPersistent !== null && (
              <span class="option-row__hint">
                {t(storage.isPersistent ? 'storageKept' : 'storageNotKept')}
              </span>
            )}
          </span>
          {storage.isPersistent === false && <Button onClick={onPersist}>{t('storagePersist')}</Button>}
        </div>
      )}
      <p class="options__links">
        <a href="library.html#storage">{t('optionsStorageMore')}</a>
        <a href="transfer.html">{t('optionsBackup')}</a>
      </p>
    </>
  );
}

/** A third-party library that is part of the product. */
interface LicensedLibrary {
  name: string;
  version: string;
  licence: string;
}

/** Lists the extension's permissions with the reason for each. */
function Permissions({ permissions }: { permissions: readonly string[] }) {
  const { find } = useStrings();
  return (
    <dl class="permission-list">
      {permissions.map((permission) => {
        const explanation = find(`perm_${permission}`);
        if (explanation === null) return null;
        return (
          <div key={permission}>
            <dt>{explanation}</dt>
            <dd>{find(`perm_${permission}Why`)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Shows the version and the licences of the third-party libraries. */
function About({ version, licences }: { version: string; licences: readonly LicensedLibrary[] }) {
  const { t } = useStrings();
  return (
    <>
      <p>{t('optionsVersion', version)}</p>
      <h3 class="options__subhead">{t('optionsLicences')}</h3>
      <ul class="licence-list">
        {licences.map((library) => (
          <li key={library.name}>
            {t('optionsLicenceLine', library.name, library.version, library.licence)}
          </li>
        ))}
      </ul>
      <p class="options__links">
        <a href="privacy.html">{t('privacyTitle')}</a>
        <a href="licences.txt">{t('optionsLicencesFull')}</a>
        <a href="welcome.html">{t('optionsWelcome')}</a>
      </p>
    </>
  );
}

interface ClutterChoicesProps {
  enabledKinds: Record<ClutterKind, boolean>;
  onChange: (kind: ClutterKind, on: boolean) => void;
}

const CLUTTER_KINDS = Object.keys(DEFAULT_SETTINGS.clutter) as ClutterKind[];

const KIND_GROUPS: readonly (readonly [MessageKey, ClutterKind[]])[] = [
  ['optionsClearingOn', CLUTTER_KINDS.filter((kind) => DEFAULT_SETTINGS.clutter[kind])],
  ['optionsClearingMore', CLUTTER_KINDS.filter((kind) => !DEFAULT_SETTINGS.clutter[kind])],
];

/** A switch for each kind of clutter: first the kinds hidden by default, then the others. */
function ClutterChoices({ enabledKinds, onChange }: ClutterChoicesProps) {
  const { t, find } = useStrings();
  return KIND_GROUPS.map(([title, kinds]) => (
    <fieldset key={title} class="choices">
      <legend>{t(title)}</legend>
      {kinds.map((kind) => {
        const name = kind.replaceAll('-', '_');
        return (
          <SwitchRow
            key={kind}
            name={find(`kind_${name}`) ?? kind}
            hint={find(`kindHint_${name}`) ?? ''}
            isOn={enabledKinds[kind]}
            onSwitch={(on) => onChange(kind, on)}
          />
        );
      })}
    </fieldset>
  ));
}
