import type { VerbWords } from '../quoting-words.ts';

/** Verbs: those that report speech, in every form that stands with a speaker, and those that must not be taken for such. */
export const verbs: VerbWords = {
  cueVerbs: [
    'antwortet', 'antwortete', 'appelliert', 'appellierte', 'argumentiert', 'argumentierte', 'äußerte',
    'bedauert', 'bedauerte', 'begründete', 'behauptet', 'behauptete', 'beklagt', 'beklagte', 'bekräftigt',
    'bekräftigte', 'berichtet', 'berichtete', 'berichteten', 'bestätigt', 'bestätigte', 'betont', 'betonte',
    'bilanzierte', 'droht', 'drohte', 'entgegnete', 'entschuldigt', 'entschuldigte', 'ergänzt', 'ergänzte',
    'erinnert', 'erinnerte', 'erklärt', 'erklärte', 'erklärten', 'erläuterte', 'erwiderte', 'erzählt',
    'erzählte', 'erzählten', 'fand', 'findet', 'fordert', 'forderte', 'fragt', 'fragte', 'freut', 'freute',
    'fügte', 'gab', 'gesagt', 'gestand', 'gestanden', 'gesteht', 'glaubt', 'heißt', 'hieß', 'hofft', 'hoffte',
    'jubelt', 'jubelte', 'klagt', 'klagte', 'konstatierte', 'kritisiert', 'kritisierte', 'kündigte', 'lacht',
    'lachte', 'lobte', 'mahnte', 'meint', 'meinte', 'monierte', 'postete', 'präzisierte', 'prognostiziert',
    'prognostizierte', 'prophezeit', 'prophezeite', 'räumte', 'resümierte', 'rief', 'ruft', 'sagen', 'sagt',
    'sagte', 'sagten', 'scherzt', 'scherzte', 'schilderte', 'schimpft', 'schimpfte', 'schreibt', 'schrieb',
    'schrieben', 'seufzt', 'seufzte', 'spottet', 'spottete', 'sprach', 'spricht', 'stellte', 'teilte',
    'twitterte', 'unterstrich', 'urteilte', 'verkündete', 'verlangt', 'verlangte', 'vermutet', 'vermutete',
    'versichert', 'versicherte', 'versprach', 'verspricht', 'verteidigt', 'verteidigte', 'warnt', 'warnte',
    'wiederholt', 'wiederholte', 'zeigte', 'zitiert', 'zitierte',
  ],
  thoughtVerbs: ['fand', 'findet', 'glaubt', 'hofft', 'hoffte'],
  phraseVerbs: [
    'beschrieb', 'bezeichnet', 'bezeichnete', 'nannte', 'nennt', 'sprach', 'warf', 'wertete', 'würdigte',
  ],
  auxiliaries: [
    'dürfe', 'habe', 'haben', 'hat', 'hatte', 'hatten', 'ist', 'kann', 'könne', 'können', 'muss', 'müssen',
    'sei', 'seien', 'sind', 'soll', 'sollen', 'war', 'waren', 'werden', 'will', 'wird', 'wollen', 'wurde',
    'würde', 'wurden',
  ],
  otherVerbs: [
    'begann', 'bleibt', 'blieb', 'geht', 'gibt', 'ging', 'kam', 'kommt', 'lag', 'liegt', 'macht', 'machte',
    'sah', 'sieht', 'stand', 'steht', 'traf', 'trafen',
  ],
};
