import { describe, expect, it } from 'vitest';
import { readName } from '../../../utils/clutter/find/class-words.ts';
import { classifyTarget, isSignUpTarget } from '../../../utils/clutter/find/link-targets.ts';
import { nameBits } from '../../../utils/clutter/find/name-cues.ts';
import { allCues } from '../../../utils/clutter/phrases/all-cues.ts';
import {
  compilePhrases,
  foldText,
  matchPhrases,
  PhraseError,
} from '../../../utils/clutter/phrases/match-phrases.ts';
import { CUES, cueBits } from '../../../utils/clutter/phrases/phrase-book.ts';
import { SITES } from '../../../utils/languages/sites.ts';

const matches = (phrase: string, text: string) =>
  matchPhrases(foldText(text), compilePhrases(['it'], [{ it: [phrase] }])) !== 0;

describe('the phrase books', () => {
  it.each(Object.entries(SITES))(
    '%s has phrases for every cue, each once and well formed',
    (_, { begging: book }) => {
      for (const cue of CUES) {
        const phrases = book[cue];
        expect(phrases.length, cue).toBeGreaterThan(0);
        expect(new Set(phrases).size, `${cue} has a phrase twice`).toBe(phrases.length);
        for (const phrase of phrases) {
          expect(phrase, cue).toMatch(/^\^?[\p{L}\p{N}+/…* -]+\$?$/u);
          const words = phrase
            .replace(/[\^$*…]/g, ' ')
            .replace(/\s+/g, ' ')
            .trim();
          expect(words.length, `"${phrase}" is too short`).toBeGreaterThan(1);
          // Every phrase is found in its own words.
          expect(allCues().readCues(words) & cueBits(cue), `${cue}: "${phrase}"`).toBe(cueBits(cue));
        }
      }
    },
  );
});

describe('the notation', () => {
  it.each([
    ['sign up', 'Please sign-up here', true],
    ['sign up', 'design upgrades', false],
    ['^sign up', 'Dear reader! Sign up here', true],
    ['^sign up', 'Readers sign up here', false],
    ['subscribe$', 'Click to subscribe.', true],
    ['subscribe$', 'Click to subscribe here', false],
    ['newsletter*', 'Our NEWSLETTERS', true],
    ['get … newsletter', 'Get the weekly newsletter', true],
    ['get … newsletter', 'Get out. The newsletter', false],
    ['get … newsletter', `Get ${'x'.repeat(60)} newsletter`, false],
    ['suscríbete', 'SUSCRIBETE YA', true],
    ['підпишіться', 'Підпишіться!', true],
    ['don t miss', 'Don’t miss a tide', true],
    ['news', 'ne\u00adws', true],
  ])('%s in "%s": %s', (phrase, text, expected) => {
    expect(matches(phrase, text)).toBe(expected);
  });

  it('refuses a phrase that tells nothing', () => {
    expect(() => compilePhrases(['it'], [{ it: ['a'] }])).toThrow(PhraseError);
    expect(() => compilePhrases(['it'], [{ it: ['get … '] }])).toThrow(PhraseError);
  });
});

describe('names of elements', () => {
  it.each([
    ['c-newsletterSignup__box', 'newsletter'],
    ['mc_embed_signup', 'newsletter'],
    ['ModalOverlay', 'overlay'],
    ['paywall-inner', 'wall'],
    ['OneTrust-banner cookie', 'consent'],
    ['header_nav', 'navigation'],
    ['jp-relatedposts', 'related'],
  ] as const)('%s says %s', (name, cue) => {
    expect(readName(name) & nameBits(cue)).not.toBe(0);
  });

  it.each(['header', 'shadow', 'padding-large', 'upload', 'mashed', 'donut', 'happy'])(
    '%s says nothing',
    (name) => {
      expect(readName(name)).toBe(0);
    },
  );
});

describe('where links and forms lead', () => {
  it.each([
    ['/newsletters', 'linkNewsletter'],
    ['https://pier.example/newsletter-signup?from=x', 'linkNewsletter'],
    ['https://subscribe.pier.example/offers', 'linkSubscribe'],
    ['/abo', 'linkSubscribe'],
    ['https://www.patreon.com/pier', 'linkDonate'],
    ['/donate', 'linkDonate'],
    ['https://apps.apple.com/app/id1', 'linkApp'],
    ['/2024/05/why-the-newsletter-boom-ended-so-soon', null],
    ['/news/donations-to-the-lifeboat-service-fall', null],
    ['/about', null],
    ['/support', 'linkDonate'],
    ['https://support.pier.example/contribute', 'linkDonate'],
    ['https://support.pier.example/articles/41', null],
    ['/support/tickets/new', null],
    ['/membership/plans', 'linkSubscribe'],
    ['/members/', 'linkSubscribe'],
    ['/members/tidewatcher', null],
    ['http://eepurl.com/aBcD12', 'linkNewsletter'],
  ])('%s: %s', (address, expected) => {
    expect(classifyTarget(address)).toBe(expected);
  });

  it('knows the forms of mailing services', () => {
    expect(isSignUpTarget('https://pier.us1.list-manage.com/subscribe/post?u=1')).toBe(true);
    expect(isSignUpTarget('/search')).toBe(false);
    expect(isSignUpTarget('https://films.example/embed/1')).toBe(false);
  });
});
