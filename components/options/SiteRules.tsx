import type { UserRule } from '../../utils/clutter/rules/user-rules.ts';
import type { ClutterKind } from '../../utils/clutter/types.ts';
import type { SiteSettings } from '../../utils/settings/schema.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { IconButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import './site-rules.css';

export interface SiteRulesProps {
  sites: Record<string, SiteSettings>;
  onDeleteRule: (host: string, id: string) => void;
  /** Resets a kind of clutter on a site to the default. */
  onResetKind: (host: string, kind: ClutterKind) => void;
}

/** Lists, for each site, the kinds of clutter that differ from the default and the user's own rules. */
export function SiteRules(props: SiteRulesProps) {
  const { t } = useStrings();
  const hosts = Object.keys(props.sites)
    .filter((host) => props.sites[host]?.rules !== undefined || props.sites[host]?.kinds !== undefined)
    .sort();
  return (
    <>
      {hosts.length === 0 && <p class="note">{t('optionsRulesNone')}</p>}
      {hosts.map((host) => (
        <div key={host} class="site-rules">
          <h3 class="site-rules__host">{host}</h3>
          <ul>
            {Object.entries(props.sites[host]?.kinds ?? {}).map(([kind, on]) => (
              <SiteKindRow key={kind} kind={kind as ClutterKind} on={on} host={host} {...props} />
            ))}
            {(props.sites[host]?.rules ?? []).map((rule) => (
              <RuleRow key={rule.id} rule={rule} host={host} {...props} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

type RowProps = SiteRulesProps & { host: string };

function SiteKindRow({ host, kind, on, onResetKind }: RowProps & { kind: ClutterKind; on: boolean }) {
  const { t, find } = useStrings();
  const name = find(`kind_${kind.replaceAll('-', '_')}`) ?? kind;
  return (
    <li class="site-rule">
      <span class="site-rule__does">{t(on ? 'optionsRuleHide' : 'optionsRuleKeep')}</span>
      <span class="site-rule__what">{name}</span>
      <IconButton
        icon="close"
        label={t('optionsKindForget', name)}
        title={t('hiddenAsEverywhere')}
        onClick={() => onResetKind(host, kind)}
      />
    </li>
  );
}

/** Describes the block that a rule matches by tag and names; `''` if it is matched by its text. */
function describeRule(rule: UserRule): string {
  const names = rule.names.map((name) => name.replace(/^@.*=/, '')).join(' ');
  return names === '' || rule.text === 'same' ? '' : `${rule.tag} ${names}`;
}

function RuleRow({ host, rule, onDeleteRule }: RowProps & { rule: UserRule }) {
  const { t } = useStrings();
  const announce = useAnnounce();
  const text = rule.label === '' ? t('optionsRuleNoText') : t('inQuotationMarks', rule.label);
  const description = describeRule(rule);
  return (
    <li class="site-rule">
      <span class="site-rule__does">{t(rule.action === 'hide' ? 'optionsRuleHide' : 'optionsRuleKeep')}</span>
      <span class="site-rule__what">
        <span class="site-rule__words" dir="auto">
          {text}
        </span>
        <span class="site-rule__how">
          {description === '' ? t('optionsRuleWords') : <code dir="ltr">{description}</code>}
        </span>
      </span>
      <IconButton
        icon="close"
        label={t('optionsRuleRemove', text)}
        title={t('actionRemove')}
        onClick={() => {
          onDeleteRule(host, rule.id);
          announce(t('optionsRuleRemoved'));
        }}
      />
    </li>
  );
}
