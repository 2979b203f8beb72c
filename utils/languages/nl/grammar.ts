import type { GrammarWords } from '../quoting-words.ts';

/** Function words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'alle', 'beide', 'dat', 'de', 'den', 'der', 'des', 'deze', 'die', 'dit', 'drie', 'een', 'elk', 'elke',
    'enkele', 'geen', 'het', 'ieder', 'iedere', 'meerdere', 'menig', 'sommige', 'twee', 'veel', 'vele',
    'verscheidene', 'verschillende', 'vier', 'vijf', 'weinig', 'zulke',
  ],
  possessives: ['haar', 'hun', 'jouw', 'jullie', 'mijn', 'ons', 'onze', 'uw', 'zijn'],
  he: ['hij'],
  she: ['ze', 'zij'],
  otherPronouns: [
    'ander', 'anderen', 'het', 'iedereen', 'iemand', 'ik', 'je', 'jij', 'jullie', 'men', 'niemand',
    'sommigen', 'u', 'velen', 'we', 'wij',
  ],
  objectPronouns: [
    'elkaar', 'haar', 'hem', 'hen', 'hun', 'jou', 'me', 'mezelf', 'mij', 'ons', 'onszelf', 'zich', 'zichzelf',
  ],
  firstPerson: ['ik', 'me', 'mezelf', 'mij', 'mijn', 'ons', 'onszelf', 'onze', 'we', 'wij'],
  relatives: [
    'dat', 'die', 'hoe', 'waar', 'waarin', 'waarmee', 'waarom', 'waarop', 'waarvan', 'wanneer', 'wat', 'welk',
    'welke', 'wie', 'wiens', 'wier',
  ],
  prepositions: [
    'aan', 'achter', 'af', 'behalve', 'beneden', 'bij', 'binnen', 'boven', 'buiten', 'conform', 'dankzij',
    'door', 'gedurende', 'in', 'jegens', 'langs', 'met', 'middels', 'na', 'naar', 'naast', 'namens', 'om',
    'omtrent', 'ondanks', 'onder', 'op', 'over', 'per', 'rond', 'rondom', 'sedert', 'sinds', 'te', 'tegen',
    'tegenover', 'ten', 'ter', 'tijdens', 'tot', 'tussen', 'uit', 'van', 'vanaf', 'vanuit', 'vanwege', 'via',
    'volgens', 'voor', 'voorbij', 'wegens', 'zonder',
  ],
  conjunctions: [
    'aangezien', 'als', 'alvorens', 'dan', 'dat', 'doch', 'doordat', 'dus', 'en', 'evenals', 'hoewel',
    'indien', 'maar', 'mits', 'nadat', 'noch', 'of', 'ofschoon', 'ofwel', 'omdat', 'opdat', 'tenzij',
    'terwijl', 'toen', 'totdat', 'voordat', 'wanneer', 'want', 'zoals', 'zodat', 'zodra',
  ],
  adverbs: [
    'aan', 'af', 'al', 'alleen', 'alsnog', 'altijd', 'alvast', 'anders', 'bijna', 'bovendien', 'daar',
    'daarbij', 'daarmee', 'daarna', 'daarnaast', 'daarom', 'daarop', 'daarover', 'daarvoor', 'dan', 'dus',
    'echter', 'eens', 'eerder', 'eerst', 'eindelijk', 'er', 'evenwel', 'ginds', 'gisteren', 'graag', 'heel',
    'helaas', 'helemaal', 'hier', 'hierbij', 'hierna', 'hierop', 'immers', 'inderdaad', 'inmiddels',
    'intussen', 'ja', 'juist', 'later', 'meer', 'meestal', 'meteen', 'misschien', 'morgen', 'nee', 'niet',
    'nog', 'nogmaals', 'nooit', 'nu', 'onlangs', 'ook', 'op', 'opnieuw', 'overigens', 'pas', 'reeds',
    'ronduit', 'samen', 'slechts', 'soms', 'steeds', 'straks', 'tegelijk', 'terug', 'tevens', 'thans', 'toch',
    'toe', 'toen', 'tot', 'uit', 'uiteindelijk', 'vaak', 'vanavond', 'vandaag', 'vanmiddag', 'vanmorgen',
    'vanochtend', 'verder', 'vervolgens', 'volop', 'vooral', 'vooralsnog', 'voorts', 'waarschijnlijk', 'weer',
    'wel', 'zeer', 'zelf', 'zelfs', 'zo', 'zojuist',
  ],
  complementisers: ['dat', 'hoe', 'of', 'waarom', 'wat'],
  indefinites: ['een', 'ene', 'geen', 'sommige', 'zekere'],
};
