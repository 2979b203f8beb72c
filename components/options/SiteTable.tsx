import type { PageOverride, SiteSettings } from '../../utils/settings/schema.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { AddSiteForm } from './SetupChoices.tsx';

interface Props {
  sites: Record<string, SiteSettings>;
  /** Called with all settings of a site; null resets them. */
  onSiteChange: (host: string, site: SiteSettings | null) => void;
  pages: readonly PageOverride[];
  /** Deletes the user's override for a page. */
  onRemovePage: (url: string) => void;
}

type TreatAsOption = 'auto' | NonNullable<SiteSettings['treatAs']>;

/** Whether a site has settings to list here. Kinds and rules are listed in `SiteRules`. */
function hasSettings(site: SiteSettings | undefined): boolean {
  return site?.off === true || site?.clutterOff === true || site?.treatAs !== undefined;
}

/** Lists the settings for single sites and the overrides for single pages. */
export function SiteTable({ sites, onSiteChange, pages, onRemovePage }: Props) {
  const { t } = useStrings();
  const hosts = Object.keys(sites)
    .filter((host) => hasSettings(sites[host]))
    .sort();
  return (
    <>
      {hosts.length === 0 && <p class="note">{t('optionsSitesNone')}</p>}
      <ul class="site-list">
        {hosts.map((host) => (
          <SiteRow key={host} host={host} site={sites[host] ?? {}} onSite={onSiteChange} />
        ))}
      </ul>
      <AddSiteForm onAdd={(host) => onSiteChange(host, { ...sites[host], off: true })} />
      {pages.length > 0 && <PageOverrides pages={pages} onRemovePage={onRemovePage} />}
    </>
  );
}

const SWITCHES = [
  ['off', 'optionsSiteOff'],
  ['clutterOff', 'optionsSiteClutterOff'],
] as const;

interface SiteProps {
  host: string;
  site: SiteSettings;
  onSite: Props['onSiteChange'];
}

function SiteRow({ host, site, onSite }: SiteProps) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const changeSetting = <K extends keyof SiteSettings>(key: K, value: SiteSettings[K]): void => {
    const { [key]: _, ...rest } = site;
    onSite(host, value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <li class="site">
      <b class="site__host">{host}</b>
      {SWITCHES.map(([key, label]) => (
        <label key={key} class="site__check">
          <input
            type="checkbox"
            checked={site[key] === true}
            onChange={(event) => changeSetting(key, event.currentTarget.checked || undefined)}
          />
          {t(label)}
        </label>
      ))}
      <label class="site__treat">
        {t('optionsSiteTreat')}
        <select
          value={site.treatAs ?? 'auto'}
          onChange={(event) => {
            const value = event.currentTarget.value as TreatAsOption;
            changeSetting('treatAs', value === 'auto' ? undefined : value);
          }}
        >
          <option value="auto">{t('optionsSiteTreatAuto')}</option>
          <option value="article">{t('optionsSiteTreatArticle')}</option>
          <option value="not-article">{t('optionsSiteTreatNot')}</option>
        </select>
      </label>
      <IconButton
        icon="close"
        label={t('optionsSiteRemove', host)}
        title={t('actionRemove')}
        onClick={() => {
          const { off, clutterOff, treatAs, ...rest } = site;
          onSite(host, Object.keys(rest).length > 0 ? rest : null);
          announce(t('optionsSiteRemoved', host));
        }}
      />
    </li>
  );
}

function PageOverrides({ pages, onRemovePage }: Pick<Props, 'pages' | 'onRemovePage'>) {
  const { t } = useStrings();
  const announce = useAnnounce();
  return (
    <>
      <h3 class="site-pages__title">{t('optionsPages')}</h3>
      <ul class="site-list" aria-label={t('optionsPages')}>
        {pages.toReversed().map(({ url, treatAs }) => (
          <li key={url} class="site site--page">
            <a class="site__host" href={url} target="_blank" rel="noreferrer">
              {url.replace(/^https?:\/\/(?:www\.)?/, '')}
            </a>
            <span>{t(treatAs === 'article' ? 'optionsPageArticle' : 'optionsPageNot')}</span>
            <IconButton
              icon="close"
              label={t('optionsPageRemove', url)}
              title={t('actionRemove')}
              onClick={() => {
                onRemovePage(url);
                announce(t('optionsPageRemoved'));
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
