import { parseRule, type UserRule } from '../clutter/rules/user-rules.ts';
import { MAX_RULES } from './read-settings.ts';
import type { Settings } from './schema.ts';
import { editSite, siteKey } from './site-settings.ts';

/** The user's rules by host, as exported to a file for another browser or another user. */
export type RulesBySite = Record<string, UserRule[]>;

const FORMAT = 'offprint-rules';
const VERSION = 1;
/** Maximum length in UTF-16 code units; a thousand rules need less. */
const MAX_FILE_LENGTH = 5_000_000;

/** The file is not a rule file, or contains an invalid rule. */
export class RuleFileError extends Error {
  override name = 'RuleFileError';
  /** The message `ruleFile_<code>` describes it to the user. */
  readonly code: 'tooBig' | 'noJson' | 'otherFormat' | 'newer' | 'badSite' | 'badRule';
  /** Where the error is: the site, and for an invalid rule its number (from 1) and the field. */
  readonly where: readonly string[];

  constructor(code: RuleFileError['code'], where: readonly string[] = []) {
    super(`${code}${where.length > 0 ? `: ${where.join(', ')}` : ''}`);
    this.code = code;
    this.where = where;
  }
}

/** Serialises the rules of all sites as JSON: `{format, version, sites: {<host>: [<rule>, …]}}`, sorted by host. */
export function writeRuleFile(settings: Settings): string {
  const sites: RulesBySite = {};
  for (const host of Object.keys(settings.sites).sort()) {
    const rules = settings.sites[host]?.rules ?? [];
    if (rules.length > 0) sites[host] = rules;
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sites }, null, 2)}\n`;
}

/**
 * Parses a rule file. A single error rejects the whole file.
 *
 * @throws RuleFileError for the first error
 */
export function readRuleFile(text: string): RulesBySite {
  if (text.length > MAX_FILE_LENGTH) throw new RuleFileError('tooBig');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuleFileError('noJson');
    throw error;
  }
  const { format, version, sites } = (file ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof sites !== 'object' || sites === null || Array.isArray(sites)) {
    throw new RuleFileError('otherFormat');
  }
  if (typeof version !== 'number' || version > VERSION) throw new RuleFileError('newer');
  const result: RulesBySite = {};
  for (const [host, rules] of Object.entries(sites)) {
    if (
      host === '' ||
      siteKey(`https://${host}`) !== host ||
      !Array.isArray(rules) ||
      rules.length > MAX_RULES
    ) {
      throw new RuleFileError('badSite', [host]);
    }
    result[host] = rules.map((value: unknown, index) => {
      const rule = parseRule(value);
      if ('invalidField' in rule)
        throw new RuleFileError('badRule', [host, String(index + 1), rule.invalidField]);
      return rule;
    });
  }
  return result;
}

/**
 * Adds rules to the settings, in place. A rule with the id of an existing rule of the site replaces it.
 *
 * @returns the number of added rules, without replaced ones
 */
export function addRules(settings: Settings, rules: RulesBySite): number {
  let added = 0;
  for (const [host, newRules] of Object.entries(rules)) {
    if (newRules.length === 0) continue;
    editSite(settings, host, (site) => {
      const ids = new Set(newRules.map(({ id }) => id));
      const oldRules = site.rules ?? [];
      const others = oldRules.filter(({ id }) => !ids.has(id));
      added += ids.size - (oldRules.length - others.length);
      site.rules = [...others, ...newRules].slice(-MAX_RULES);
    });
  }
  return added;
}

/** Removes a rule of a site, in place, and the site's entry if it becomes empty. */
export function removeRule(settings: Settings, host: string, id: string): void {
  editSite(settings, host, (site) => {
    const others = (site.rules ?? []).filter((rule) => rule.id !== id);
    if (others.length > 0) site.rules = others;
    else delete site.rules;
  });
}
