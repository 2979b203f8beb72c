import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Czech. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'čtěte (?:také|více|dále).*',
    'diskuse.*',
    'diskuze.*',
    'komentáře.*',
    'mohlo by vás zajímat.*',
    'nejčtenější.*',
    'podobné články.*',
    'sdílet.*',
    'související.*',
    'štítky',
    'tagy',
    'témata',
  ],
  pointers: ['čtěte (?:také|více)', 'mohlo by vás zajímat', 'přečtěte si (?:také|více)', 'více čtěte'],
  walls: ['pouze pro předplatitele', 'pro pokračování ve čtení', 'zbývá vám .{1,20} článk'],
};
