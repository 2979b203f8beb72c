import type { LanguageData } from './language.ts';

export const italian: LanguageData = {
  code: 'it',
  cueVerbs: `
detto dic/e/ono/eva/hiara/hiarò disse dichiarato afferm/ato/a/ò spieg/ato/a/ò aggiun/to/ge/se sottolinea/to/ scri/tto/ve/sse assicura/to/ ricorda/to/
commenta/to/ osserva/to/ sost/enuto/iene ribadi/to/sce avvert/ito/e rispo/sto/nde/se chie/sto/de raccont/ato/a/ò annuncia/to/ amme/sso/tte
con/cluso/clude/ferma/fessa precisa/to/ riferi/to/sce denuncia/to/ replica/to/ attacca/to/ confe/rmato/ssato pro/messo/mette/segue esclama/to/
evidenzia/to/ insist/ito/e continuato proseguito nota/to/`,
  phraseVerbs: 'defini/to/sce parla/to/ chiama/to/ descritto accusato',
  sourcePhrases: 'secondo per a_detta_di stando_a',
  auxiliaries: 'è sono era//no ha hanno ave/va/vano/re ho abbiamo sarà fu furono stat/o/a essere può deve va',
  determiners: `
il lo la i gli le un uno una quest/o/a/i/e ogni due tre alcun/i/e molti del//la/le dei al alla dal//la nel//la sul//la l`,
  possessives: 'suo//i sua sue loro nostr/o/a mio mia',
  he: 'lui egli',
  she: 'lei ella',
  they: 'loro essi',
  otherPronouns: 'io noi qualcuno nessuno',
  objectPronouns: 'gli ci si mi ti vi ne lo',
  relatives: 'che cui chi qua/le/ndo dove come cosa',
  prepositions:
    'di d a da in con//tro su per tra fra senza dopo prima durante verso presso secondo sotto sopra',
  conjunctions: 'e ed o ma per/ò/ché se quando mentre anche',
  adverbs:
    'non più già ancora sempre mai oggi ieri domani poi inoltre infine così qui lì molto solo invece ora',
  otherVerbs: 'fa fanno fece viene venne resta vuole volle mette vede sa',
  complementisers: 'che',
  timeNames: `
lunedì mar/tedì/zo mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`,
  titles: `
presidente//ssa premier ministr/o/a senat/ore/rice deputat/o/a sindac/o/a governat/ore/rice dirett/ore/rice generale professore//ssa dottor//essa dott
signor//a papa re regina portavoce segretari/o/a assessor/e/a giudice procuratore avvocat/o/a leader economista storic/o/a ricercat/ore/rice
allenat/ore/rice cancelliere`,
  titlesHe: 'ministro senatore deputato sindaco direttore signor re papa professore dottor',
  titlesShe: 'ministra senatrice deputata sindaca direttrice signora regina professoressa dottoressa',
  personNouns: `
uomo donna vicin/o/a madre padre agricoltore medico infermiera maestr/o/a titolare responsabile dirigente attivista testimon/e/i aut/ore/rice
candidat/o/a espert/o/a font/e/i ragazz/o/a imprendit/ore/rice abitante`,
  groupNouns: `
governo polizia partito comune ministero azienda sindacato opposizione associazione commissione procura`,
  documentNouns: 'comunicato lettera rapporto testo messaggio nota',
  bodyNouns: 'università ministero partito istituto banca',
  workNouns: 'libro romanzo film canzone serie album opera programma titolo',
  nameParticles: 'de di del//la la lo da',
  abbreviations: 'sig dott prof on ecc',
  elisions: 'l d un dell all dall nell sull quest quell c s m t n',
  givenNamesHe: `
andrea antonello carlo claudio enrico fabio giancarlo gianni giorgio giuseppe guido luigi massimo maurizio mauro michele nicola renato sandro silvio
stefano vincenzo`,
  givenNamesShe: `
antonella daniela elly federica giovanna licia mara mariastella`,
};
