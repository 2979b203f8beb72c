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

it('a policy is read whole where all of it is right', () => {
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
])('a policy holds but for what is wrong in it, which is named: %s %j', (name, wrong) => {
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
])('a policy holds in all entries but the wrong one, which is named: %s %j', (name, value, holds, named) => {
  const { policy, problems } = parsePolicy({ ...POLICY, [name]: value });
  expect(policy).toEqual({ ...POLICY, [name]: holds });
  expect(problems.join('\n')).toContain(named);
  expect(problems.every((problem) => problem.startsWith(`${name}: `))).toBe(true);
});

it('a policy takes a switch that is false for one that it does not decide', () => {
  const { policy, problems } = parsePolicy({
    sites: { 'paper.example': { off: false }, 'lantern.example': { off: false, clutterOff: true } },
  });
  expect(policy).toEqual({ sites: { 'lantern.example': { clutterOff: true } } });
  expect(problems).toEqual([]);
});

it('a policy has no site by a name that would change the object', () => {
  const { policy } = parsePolicy(JSON.parse('{"sites": {"__proto__": {"off": true}}}'));
  expect(Object.getPrototypeOf(policy.sites)).toBe(Object.prototype);
  expect(policy.sites).toEqual({});
});

it('a policy names what it does not know, also where an object has something of that name', () => {
  const { policy, problems } = parsePolicy(JSON.parse('{"constructor": 1, "__proto__": 2, "colour": "red"}'));
  expect(policy).toEqual({});
  expect(problems).toHaveLength(3);
});

it.each([null, 'all', 3, [POLICY]])('a policy that is no object decides nothing: %j', (stored) => {
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

it('settings under a policy are the organisation’s where it decides, and the user’s elsewhere', () => {
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

it('settings under a policy leave the user’s own as they were', () => {
  const before = structuredClone(own);
  applyPolicy(own, parsePolicy(POLICY).policy);
  expect(own).toEqual(before);
  expect(applyPolicy(own, {})).toEqual(own);
});

it('a site under a policy keeps what the policy does not name: the user’s “off” holds where only the kind is decided', () => {
  const own: Settings = { ...DEFAULT_SETTINGS, sites: { 'paper.example': { off: true } } };
  const { policy } = parsePolicy({ sites: { 'paper.example': { treatAs: 'article' } } });
  expect(applyPolicy(own, policy).sites['paper.example']).toEqual({ off: true, treatAs: 'article' });
});

it('a site under a policy is what the policy says on all its pages, whatever the user said of one', () => {
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

it('a site under a policy has nothing of the policy stored when the user changes the rest', () => {
  const decided = { treatAs: 'article' } as const;
  expect(withoutPolicyFields({}, { ...decided, off: true }, decided)).toEqual({ off: true });
  expect(withoutPolicyFields({ treatAs: 'not-article' }, { ...decided, off: true }, decided)).toEqual({
    treatAs: 'not-article',
    off: true,
  });
  expect(withoutPolicyFields({ off: true }, null, decided)).toBeNull();
});

it('a site under a policy is found by the address of a page', () => {
  const { policy } = parsePolicy(POLICY);
  expect(getPolicyForSite(policy, 'https://www.paper.example/a')).toEqual({ off: true });
  expect(getPolicyForSite(policy, 'https://constructor/')).toEqual({});
  expect(getPolicyForSite(null, 'https://paper.example/')).toEqual({});
});

const place = (address: string, folder = 'Reading') => ({ kind: 'webDav', address, folder });

it('sync under a policy has the place that the policy names and no other', () => {
  const { policy } = parsePolicy(POLICY);
  expect(isRemoteAllowed(place('https://dav.newsroom.example/users/'), policy)).toBe(true);
  // As the form writes it: without a slash at its end, or without https.
  expect(isRemoteAllowed(place('dav.newsroom.example/users'), policy)).toBe(true);
  expect(isRemoteAllowed(place('https://dav.newsroom.example/users/', 'Other'), policy)).toBe(false);
  expect(isRemoteAllowed(place('https://elsewhere.example/users/'), policy)).toBe(false);
  expect(isRemoteAllowed({ kind: 'folder', name: 'Reading' }, policy)).toBe(false);
  expect(isRemoteAllowed(place('https://elsewhere.example/'), {})).toBe(true);
});

it('sync under a policy has none where it is switched off, or where the policy’s address is none', () => {
  expect(isRemoteAllowed(place('https://dav.newsroom.example/'), { offFeatures: ['sync'] })).toBe(false);
  expect(isDisabledByPolicy({}, 'sync')).toBe(false);
  const broken = { syncPlace: { address: 'http://dav.newsroom.example/' } };
  expect(isRemoteAllowed(place('http://dav.newsroom.example/'), broken)).toBe(false);
});

it('is described to browsers with the names that are read', () => {
  const file = new URL('../../../public/managed-schema.json', import.meta.url);
  const { type, properties } = JSON.parse(readFileSync(file, 'utf8'));
  expect(type).toBe('object');
  expect(Object.keys(properties).toSorted()).toEqual(POLICY_FIELD_NAMES.toSorted());
  for (const wrong of properties.offFeatures.items.enum.map((name: string) => [name]))
    expect(parsePolicy({ offFeatures: wrong }).problems).toEqual([]);
  for (const reading of properties.reading.enum) expect(parsePolicy({ reading }).problems).toEqual([]);
});

it('is documented with examples that hold', () => {
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
