import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  applyPolicy,
  getPolicyForSite,
  isDisabledByPolicy,
  POLICY_FIELD_NAMES,
  parsePolicy,
  withoutPolicyFields,
} from '../../../utils/settings/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/schema.ts';
import { findOverride } from '../../../utils/settings/site-settings.ts';
import { isRemoteAllowed } from '../../../utils/sync/remote/remote-kinds.ts';

const POLICY = {
  reading: 'chosen',
  chosenSites: ['paper.example', 'lantern.example'],
  sites: { 'paper.example': { off: true }, 'blog.example': { treatAs: 'not-article' } },
  syncPlace: { address: 'https://dav.newsroom.example/users/', folder: 'Reading' },
  offFeatures: ['summaries', 'underlineQuotes', 'highlightOffer'],
};

it('parses a valid policy completely', () => {
  expect(parsePolicy(POLICY)).toEqual({ policy: POLICY, problems: [] });
  expect(parsePolicy({})).toEqual({ policy: {}, problems: [] });
});

it.each([
  ['reading', 'sometimes'],
  ['reading', 3],
  ['syncPlace', 'https://dav.newsroom.example/'],
  ['syncPlace', { address: 'javascript:alert(1)' }],
  ['syncPlace', { address: 'https://dav.newsroom.example/', password: 'x' }],
  ['sites', 'paper.example'],
  ['offFeatures', 'summaries'],
])('skips and reports an invalid value: %s %j', (name, wrong) => {
  const { policy, problems } = parsePolicy({ ...POLICY, [name]: wrong });
  const { [name as keyof typeof POLICY]: _, ...rest } = POLICY;
  expect(policy).toEqual(rest);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
});

const OFF = { off: true };
const PAPER_OFF = { 'paper.example': OFF };
const MANY = Array.from({ length: 1001 }, (_, i) => `p${i}.example`);

it.each([
  ['chosenSites', ['www.paper.example', 'lantern.example'], ['lantern.example'], 'www.paper.example'],
  ['chosenSites', ['https://paper.example/', 3, 'lantern.example'], ['lantern.example'], 'https://'],
  ['chosenSites', MANY, MANY.slice(0, 1000), '1000'],
  // Who meant to allow some sites has not allowed all that users choose.
  ['chosenSites', 'paper.example', [], 'not a list'],
  [
    'sites',
    { 'paper.example/x': OFF, 'lantern.example': OFF },
    { 'lantern.example': OFF },
    'paper.example/x',
  ],
  ['sites', { 'paper.example': { ...OFF, clutterOff: 'yes' } }, PAPER_OFF, 'paper.example.clutterOff'],
  ['sites', { 'paper.example': { ...OFF, colour: 'red' } }, PAPER_OFF, 'colour'],
  ['sites', { 'paper.example': 'off', 'lantern.example': OFF }, { 'lantern.example': OFF }, 'paper'],
  ['offFeatures', ['everything', 'sync'], ['sync'], 'everything'],
])('skips and reports an invalid entry: %s %j', (name, value, holds, named) => {
  const { policy, problems } = parsePolicy({ ...POLICY, [name]: value });
  expect(policy).toEqual({ ...POLICY, [name]: holds });
  expect(problems.join('\n')).toContain(named);
  expect(problems.every((problem) => problem.startsWith(`${name}: `))).toBe(true);
});

it('ignores switches that are false', () => {
  const { policy, problems } = parsePolicy({
    sites: { 'paper.example': { off: false }, 'lantern.example': { off: false, clutterOff: true } },
  });
  expect(policy).toEqual({ sites: { 'lantern.example': { clutterOff: true } } });
  expect(problems).toEqual([]);
});

it('rejects `__proto__` as a site', () => {
  const { policy } = parsePolicy(JSON.parse('{"sites": {"__proto__": {"off": true}}}'));
  expect(Object.getPrototypeOf(policy.sites)).toBe(Object.prototype);
  expect(policy.sites).toEqual({});
});

it('reports unknown names, including those of inherited properties', () => {
  const { policy, problems } = parsePolicy(JSON.parse('{"constructor": 1, "__proto__": 2, "colour": "red"}'));
  expect(policy).toEqual({});
  expect(problems).toHaveLength(3);
});

it.each([null, 'all', 3, [POLICY]])('ignores a policy that is not an object: %j', (stored) => {
  expect(parsePolicy(stored).policy).toEqual({});
  expect(parsePolicy(stored).problems).toHaveLength(1);
});

const own: Settings = {
  ...DEFAULT_SETTINGS,
  theme: 'dark',
  summaries: true,
  chosen: ['mine.example'],
  sites: {
    'paper.example': { clutterOff: true, kinds: { comments: true } },
    'mine.example': { off: true },
  },
};

it('applies the policy to the user’s settings', () => {
  const settings = applyPolicy(own, parsePolicy(POLICY).policy);
  expect(settings).toMatchObject({
    theme: 'dark',
    reading: 'chosen',
    chosen: ['paper.example', 'lantern.example'],
    summaries: false,
    underlineQuotes: 'off',
    highlightOffer: 'never',
  });
  expect(settings.sites).toEqual({
    'paper.example': { off: true, clutterOff: true, kinds: { comments: true } },
    'blog.example': { treatAs: 'not-article' },
    'mine.example': { off: true },
  });
});

it('does not modify the user’s own settings', () => {
  const before = structuredClone(own);
  applyPolicy(own, parsePolicy(POLICY).policy);
  expect(own).toEqual(before);
  expect(applyPolicy(own, {})).toEqual(own);
});

it('merges site settings by field: `treatAs` in a policy does not override the user’s `off`', () => {
  const own: Settings = { ...DEFAULT_SETTINGS, sites: { 'paper.example': { off: true } } };
  const { policy } = parsePolicy({ sites: { 'paper.example': { treatAs: 'article' } } });
  expect(applyPolicy(own, policy).sites['paper.example']).toEqual({ off: true, treatAs: 'article' });
});

it('drops overrides of single pages if the policy sets the site’s `treatAs`', () => {
  const page = { url: 'https://paper.example/a', treatAs: 'article' } as const;
  const elsewhere = { url: 'https://lantern.example/a', treatAs: 'article' } as const;
  const own: Settings = { ...DEFAULT_SETTINGS, pages: [page, elsewhere] };
  const { policy } = parsePolicy({
    sites: { 'paper.example': { treatAs: 'not-article' }, 'lantern.example': { off: true } },
  });
  const settings = applyPolicy(own, policy);
  expect(findOverride(settings, page.url)).toBe('not-article');
  expect(findOverride(settings, elsewhere.url)).toBe('article');
  expect(own.pages).toHaveLength(2);
});

it('stores no values of the policy when the user edits a site', () => {
  const decided = { treatAs: 'article' } as const;
  expect(withoutPolicyFields({}, { ...decided, off: true }, decided)).toEqual({ off: true });
  expect(withoutPolicyFields({ treatAs: 'not-article' }, { ...decided, off: true }, decided)).toEqual({
    treatAs: 'not-article',
    off: true,
  });
  expect(withoutPolicyFields({ off: true }, null, decided)).toBeNull();
});

it('finds the policy for a page’s site', () => {
  const { policy } = parsePolicy(POLICY);
  expect(getPolicyForSite(policy, 'https://www.paper.example/a')).toEqual({ off: true });
  expect(getPolicyForSite(policy, 'https://constructor/')).toEqual({});
  expect(getPolicyForSite(null, 'https://paper.example/')).toEqual({});
});

const place = (address: string, folder = 'Reading') => ({ kind: 'webDav', address, folder });

it('allows only the remote store that the policy requires', () => {
  const { policy } = parsePolicy(POLICY);
  expect(isRemoteAllowed(place('https://dav.newsroom.example/users/'), policy)).toBe(true);
  // As the form writes it: without a slash at its end, or without https.
  expect(isRemoteAllowed(place('dav.newsroom.example/users'), policy)).toBe(true);
  expect(isRemoteAllowed(place('https://dav.newsroom.example/users/', 'Other'), policy)).toBe(false);
  expect(isRemoteAllowed(place('https://elsewhere.example/users/'), policy)).toBe(false);
  expect(isRemoteAllowed({ kind: 'folder', name: 'Reading' }, policy)).toBe(false);
  expect(isRemoteAllowed(place('https://elsewhere.example/'), {})).toBe(true);
});

it('allows no remote store if sync is disabled or the policy’s address is invalid', () => {
  expect(isRemoteAllowed(place('https://dav.newsroom.example/'), { offFeatures: ['sync'] })).toBe(false);
  expect(isDisabledByPolicy({}, 'sync')).toBe(false);
  const broken = { syncPlace: { address: 'http://dav.newsroom.example/' } };
  expect(isRemoteAllowed(place('http://dav.newsroom.example/'), broken)).toBe(false);
});

it('declares the same fields in the schema for browsers', () => {
  const file = new URL('../../../public/managed-schema.json', import.meta.url);
  const { type, properties } = JSON.parse(readFileSync(file, 'utf8'));
  expect(type).toBe('object');
  expect(Object.keys(properties).toSorted()).toEqual(POLICY_FIELD_NAMES.toSorted());
  for (const wrong of properties.offFeatures.items.enum.map((name: string) => [name]))
    expect(parsePolicy({ offFeatures: wrong }).problems).toEqual([]);
  for (const reading of properties.reading.enum) expect(parsePolicy({ reading }).problems).toEqual([]);
});

it('has valid examples in its documentation', () => {
  const text = readFileSync(new URL('../../../docs/policies.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
  const found = examples.flatMap((example) => [
    ...Object.values(example.policies?.['3rdparty']?.Extensions ?? {}),
    ...Object.values(example['3rdparty']?.extensions ?? {}),
  ]);
  expect(found).toHaveLength(2);
  for (const policy of found) expect(parsePolicy(policy).problems).toEqual([]);
  for (const name of POLICY_FIELD_NAMES) expect(text).toContain(`\`${name}\``);
});
