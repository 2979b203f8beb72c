import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.d', 'a.u.b', 'bijv', 'blz', 'ca', 'd.w.z', 'dhr', 'dr', 'drs', 'e.a', 'e.d', 'enz', 'etc', 'evt',
  'excl', 'fig', 'gem', 'i.p.v', 'incl', 'ing', 'ir', 'jl', 'jr', 'km', 'm.a.w', 'm.b.t', 'm.n', 'mevr',
  'min', 'mld', 'mln', 'mr', 'mw', 'nl', 'no', 'nr', 'o.a', 'o.l.v', 'p.m', 'prof', 'red', 'resp', 'sr',
  'st', 'str', 't.a.v', 't.o.v', 'vgl', 'vlg', 'vs', 'z.g', 'z.o.z', 'zgn',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'aangifte', 'advies', 'arrest', 'beleidsnota', 'bericht', 'beschikking', 'boodschap', 'brief',
    'factsheet', 'kamerbrief', 'manifest', 'mededeling', 'memo', 'nota', 'onderzoek', 'onderzoeksrapport',
    'persbericht', 'petitie', 'proces-verbaal', 'raadsbesluit', 'rapport', 'requisitoir', 'statement',
    'studie', 'tweet', 'uitspraak', 'verklaring', 'verslag', 'vonnis', 'wetsvoorstel',
  ],
  bodyNouns: [
    'agentschap', 'autoriteit', 'bank', 'bond', 'bureau', 'bv', 'centrum', 'commissie', 'fonds',
    'genootschap', 'groep', 'hogeschool', 'instituut', 'koepel', 'krant', 'ministerie', 'nv', 'organisatie',
    'partij', 'raad', 'rechtbank', 'stichting', 'unie', 'universiteit', 'verbond', 'vereniging', 'vzw',
    'ziekenhuis',
  ],
  timeNames: [
    'april', 'augustus', 'december', 'dinsdag', 'dinsdagavond', 'dinsdagmiddag', 'dinsdagochtend',
    'donderdag', 'donderdagavond', 'donderdagmiddag', 'donderdagochtend', 'februari', 'januari', 'juli',
    'juni', 'kerstmis', 'maandag', 'maandagavond', 'maandagmiddag', 'maandagochtend', 'maart', 'mei',
    'november', 'oktober', 'pasen', 'pinksteren', 'september', 'vrijdag', 'vrijdagavond', 'vrijdagmiddag',
    'vrijdagochtend', 'woensdag', 'woensdagavond', 'woensdagmiddag', 'woensdagochtend', 'zaterdag',
    'zaterdagavond', 'zaterdagmiddag', 'zaterdagochtend', 'zondag', 'zondagavond', 'zondagmiddag',
    'zondagochtend',
  ],
  abbreviations,
};
