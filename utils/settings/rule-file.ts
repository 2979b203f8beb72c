import { readRule } from '../clutter/rules/read-rule.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import { editSite } from './edit-site.ts';
import { RULES_LIMIT, siteKey } from './read-settings.ts';
import type { Settings } from './schema.ts';

/** The user's rules on their way to another browser, or to another user. */
export type RulesBySite = Record<string, UserRule[]>;

const FORMAT = 'offprint-rules';
const VERSION = 1;
/** Characters; a thousand rules need less. */
const SIZE_LIMIT = 5_000_000;

/** A file that holds no rules, or some that are not to be understood. */
export class RuleFileError extends Error {
  override name = 'RuleFileError';
  /** The sentence `ruleFile_<code>` says it to the user. */
  readonly code: 'tooBig' | 'noJson' | 'otherFormat' | 'newer' | 'badSite' | 'badRule';
  /** Where in the file: the site, and for a rule its number from 1 and the field. */
  readonly where: readonly string[];

  constructor(code: RuleFileError['code'], where: readonly string[] = []) {
    super(`${code}${where.length > 0 ? `: ${where.join(', ')}` : ''}`);
    this.code = code;
    this.where = where;
  }
}

/** The rules of all sites as a JSON file: `{format, version, sites: {<host>: [<rule>, …]}}`, sites by name. */
export function writeRuleFile(settings: Settings): string {
  const sites: RulesBySite = {};
  for (const host of Object.keys(settings.sites).sort()) {
    const rules = settings.sites[host]?.rules ?? [];
    if (rules.length > 0) sites[host] = rules;
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sites }, null, 2)}\n`;
}

/**
 * Reads a file of rules, all of it or nothing.
 *
 * @throws RuleFileError at the first thing that is wrong
 */
export function readRuleFile(text: string): RulesBySite {
  if (text.length > SIZE_LIMIT) throw new RuleFileError('tooBig');
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
  const read: RulesBySite = {};
  for (const [host, rules] of Object.entries(sites)) {
    if (
      host === '' ||
      siteKey(`https://${host}`) !== host ||
      !Array.isArray(rules) ||
      rules.length > RULES_LIMIT
    ) {
      throw new RuleFileError('badSite', [host]);
    }
    read[host] = rules.map((value: unknown, at) => {
      const rule = readRule(value);
      if ('wrong' in rule) throw new RuleFileError('badRule', [host, String(at + 1), rule.wrong]);
      return rule;
    });
  }
  return read;
}

/**
 * Adds rules to the settings; one that is there already, by its id, takes the other's place.
 *
 * @returns how many are new
 */
export function addRules(settings: Settings, rules: RulesBySite): number {
  let added = 0;
  for (const [host, fresh] of Object.entries(rules)) {
    if (fresh.length === 0) continue;
    editSite(settings, host, (site) => {
      const ids = new Set(fresh.map(({ id }) => id));
      const before = site.rules ?? [];
      const others = before.filter(({ id }) => !ids.has(id));
      added += ids.size - (before.length - others.length);
      site.rules = [...others, ...fresh].slice(-RULES_LIMIT);
    });
  }
  return added;
}

/** Forgets one rule of a site, and the site with it where nothing else was decided. */
export function dropRule(settings: Settings, host: string, id: string): void {
  editSite(settings, host, (site) => {
    const others = (site.rules ?? []).filter((rule) => rule.id !== id);
    if (others.length > 0) site.rules = others;
    else delete site.rules;
  });
}
