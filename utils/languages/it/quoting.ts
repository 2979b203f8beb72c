import type { LanguageData } from '../../quotes/languages/language.ts';
import { OTHER_GRAMMAR } from '../../quotes/languages/other-grammar.ts';
import { findDashSpeech } from '../../quotes/speech-dashes.ts';

export const italian: LanguageData = {
  code: 'it',
  ...OTHER_GRAMMAR,
  cueVerbs: `
accusa//to afferm/a/ò/ato aggiun/ge/se/to/geva amme/sso/tte/tteva ammoni/to/sce annuncia//to argomenta//to assicura//to/va attacca//to auspica//to
avvert/e/ito chie/de/sto chiosa//to commenta//to conclu/de/so/deva conferma//to confessa//to contesta//to continuato denuncia//to detto dice//va
dichiar/a/ò/ato/ava dicono disse esclama//to evidenzia//to grida//to insist/e/ito ironizza//to lamenta//to/va nota//to osserva//to precisa//to
prome/sso/tte prosegu/e/ito protesta//to puntualizza//to raccont/a/ò/ato/ava replica//to ribadi/to/sce riconosc/e/iuto ricorda//to/va riferi/to/sce
rileva//to rimarca//to rispo/se/nde/sto/ndeva rivela//to sbotta//to scherza//to scri/ve/sse/tto segnala//to sospira//to sost/iene/enuto sottolinea//to
spieg/a/ò/ano/ato tuona//to urla//to`,
  phraseVerbs: `
defini/to/sce parla/to/ chiama/to/ descritto accusato`,
  sourcePhrases: `
secondo per a_detta_di stando_a a_giudizio_di a_parere_di nelle_parole_di secondo_lui secondo_lei a_suo_dire`,
  impersonals: `
si_diceva si_gridava si_mormorava si_ode si_poteva/_sentire/no_sentire si_sent/e/ì/iva/irono/ivano si_ud/ì/iva/irono/ivano`,
  auxiliaries: `
abbiamo ave/re/va/vano deve era//no essere fu//rono ha//nno ho può sarà sono stat/a/o va è`,
  determiners: `
alcun/e/i due i il l//a/e/o molti ogni quest/a/e/i/o tre un//a/o`,
  possessives: 'suo//i sua sue loro nostr/o/a mio mia',
  he: 'lui egli interpellato',
  she: 'lei ella interpellata',
  they: 'loro essi',
  otherPronouns: 'io noi qualcuno nessuno',
  hearsay: 'si_legge si_leggeva',
  firstPerson: `
ci io mi//a/e/o/ei noi nostr/a/e/i/o`,
  objectPronouns: `
gli ci si mi ti vi ne lo`,
  relatives: 'che cui chi qua/le/ndo dove come cosa',
  prepositions: `
a ai al all//a/e/o con//tro d da//i/l/ll/lla/lle degli dei del dell//a/e/o di dopo durante fra in nei nel//l/la/le per pr/ima/esso se/nza/condo
so/pra/tto su//i/l/ll/lla/lle tra verso`,
  conjunctions: `
e ed o ma per/ò/ché se quando mentre anche`,
  adverbs:
    'non più già ancora sempre mai oggi ieri domani poi inoltre infine così qui lì molto solo invece ora',
  otherVerbs: `
fa//nno fece mette resta sa v/ede/enne/iene/olle/uole`,
  complementisers: 'che',
  timeNames: `
agosto aprile dicembre domenica febbraio gennaio gi/ugno/ovedì lu/glio/nedì ma/rzo/ggio/rtedì mercoledì novembre ottobre sabato settembre venerdì`,
  titles: `
allenat/ore/rice ambasciat/ore/rice assessor/a/e avvocat/a/o ca/pitano/rdinale/ncelliere colonnello comandante commissari/a/o consiglier/a/e
deputat/a/o dirett/ore/rice dott//or/oressa economista generale giudice governat/ore/rice ingegner/a/e leader ministr/a/o papa portavoce premier
presidente//ssa procurat/ore/rice professore//ssa re//gina/ttore/ttrice ricercat/ore/rice segretari/a/o senat/ore/rice signor//a sindac/a/o storic/a/o
vescovo vicepresidente vicesindac/a/o`,
  titlesHe: `
d/ottor/eputato/irettore ministro papa professore re senatore si/gnor/ndaco`,
  titlesShe: `
a/vvocata/ssessora/mbasciatrice consigliera d/eputata/irettrice/ottoressa ministra pr/esidentessa/ofessoressa re/gina/ttrice senatrice si/gnora/ndaca`,
  personNouns: `
abitante agricoltore allevat/ore/rice amic/a/o architett/a/o artigian/a/o att/ore/rice/ivista aut/ore/ista/rice barista bibliotecari/a/o bidell/a/o
camerier/a/e camionista candidat/a/o cantante collega commerciante consiglier/a/e contadin/a/o coordinat/ore/rice cuoc/a/o custode delegat/a/o
dentista di/rigente/pendente donna dottore//ssa ecologista elettricista espert/a/o fa/legname/rmacista figli/a/o fondat/ore/rice font/e/i fornai/a/o
fratello funzionari/a/o giardinier/a/e giornalista gu/ida/ardaboschi idraulico impiegat/a/o imprendit/ore/rice infermiera ingegner/a/e
investigat/ore/rice librai/a/o ma/dre/rito/estra/estro/rinaio/cellaio medico moglie musicista negoziante notaio operai/a/o padre panettier/a/e parroco
passegger/a/o paziente pensionat/a/o pescator/e/i pitt/ore/rice poet/a/essa pompiere preside primari/a/o proprietari/a/o psicolog/a/o ragazz/a/o
rappresentante re/gista/sidente/sponsabile sarta scienziat/a/o scritt/ore/rice so/ldato/rella specialista storic/a/o studente//ssa tassista
testimon/e/i titolare turista ufficiale uomo veterinari/a/o vicin/a/o vittima volontari/a/o`,
  groupNouns: `
associazione azienda com/une/missione governo ministero opposizione p/artito/olizia/rocura sindacato`,
  documentNouns: `
comunicato lettera rapporto testo messaggio nota`,
  bodyNouns: `
università ministero partito istituto banca`,
  workNouns: `
album articolo canzone chiamat/a/o documentario film giornale intitolat/a/o libro opera po/esia/dcast programma quadro rivista romanzo serie
spettacolo titolo`,
  nameParticles: 'de di del//la la lo da',
  abbreviations: 'sig dott prof on ecc',
  findDashSpeech,
  elisions: `
all c d//all/ell l m n nell que/ll/st s sull t un`,
  givenNamesHe: `
achille adriano agostino al/do/fio/berto/essio/fonso/fredo amedeo an/drea/gelo/tonio/tonello ar/turo/mando/naldo attilio au/gusto/relio
ba/ttista/ldassare/rtolomeo be/ppe/rnardo/nedetto bruno camillo car/lo/melo/mine cesare christian ciro claudio co/simo/rrado crist/iano/oforo
da/nte/rio/vide/miano/niele demetrio di/no/ego do/nato/menico e/lia/lio/nzo/nnio/milio/nrico/rcole/ttore/doardo/rnesto/ugenio/manuele/miliano
f/abio/austo/elice/lavio/ranco/ulvio/ilippo/abrizio/ederico/erruccio/ortunato/erdinando ga/etano/spare/briele ge/nnaro/rardo giacomo
gian//ni/luca/carlo/luigi/marco/paolo/franco gino gio/na/ele/rgio/rdano/vanni girolamo giu/lio/liano/seppe goffredo graziano gu/ido/altiero/glielmo
ignazio iv/o/ano jacopo la/po/mberto lello leon/e/ardo lino lorenzo lu/ca/igi/ciano/dovico man/lio/fredi mar/co/io/tino/cello massim/o/iliano
matt/eo/ia maur/o/izio michel/e/angelo mirko n/ino/ando/ello/icola/unzio/azario o/scar/razio/nofrio/rlando/svaldo/ttavio pa/olo/squale/trizio
pie/ro/tro/rluigi pio primo quirino ra/ffaele/imondo re/mo/nzo/nato ri/no/naldo/ccardo ro/cco/meo/mano/berto/dolfo ruggero
sa/nto/ndro/muele/verio/lvatore se/rgio/verino/bastiano si/ro/lvio/mone stefano t/ullio/eodoro/iziano/ommaso/ancredi u/go/baldo/mberto vale/rio/ntino
vasco vi/to/ncenzo/ttorio walter`,
  givenNamesShe: `
ad/a/ele/riana ag/ata/nese al/ba/ice/berta/essia/essandra am/bra/alia/anda angel/a/ica anita anna//lisa/maria anton/ia/ella/ietta arianna assunta
aurora b/runa/ianca/arbara/eatrice/enedetta ca/rla/milla/rmela/rlotta/rolina/terina cecilia chiara cinzia cl/ara/elia/audia concetta cristina
d/iana/ebora/enise/aniela/omenica/onatella edda el/ly/sa/ena/isa/vira/ettra/eonora/isabetta em/ma/ilia/anuela enrica erica ester eugenia eva
fa/tima/usta/biana/biola/brizia fe/derica/rnanda fi/amma/orella fl/ora/avia fortunata franc/a/esca ga/ia/briella ge/mma/noveffa
gi/na/ada/lda/oia/ulia/nevra/orgia/ovanna/uliana/useppina grazi/a/ella greta i/da/mma/nes/ris/rene/vana/laria/olanda/sabella jessica katia
la/ra/ura/vinia le/a/tizia li/a/sa/cia/dia/nda/via/liana lore/na/lla/nza/dana lu/cia/isa/ciana/crezia/dovica maddalena manuela
mar/a/ia/ta/ina/isa/tina/cella/ianna/ilena/gherita/iastella matilde maura melania mi/lena/riam/chela/rella mo/nica/rena na/dia/talia ni/na/ves/coletta
no/ra/emi/rma/vella ol/ga/ivia/impia ornella p/ina/aola/etra/iera/atrizia ra/chele/ffaella re/nata/becca rita roberta romina rosa//lia/nna/ria
ross/ana/ella sa/ra/bina/ndra/brina/manta serena silv/ia/ana simona so/fia/nia ste/lla/fania susanna t/ania/osca/amara/eresa/atiana/iziana ursula
vale/ria/ntina vanessa ver/a/onica vi/ola/viana/rginia/ttoria`,
  dropsSubjects: true,
  pluralEndings: 'no',
  indefinites: `
alcun/e/i altr/a/o ogni qualche un//a/o`,
  personNounsShe: `
a/mica/ttrice/utrice/rtigiana/llevatrice bi/della/bliotecaria cameriera con/tadina/sigliera cuoca donna figlia fo/rnaia/ndatrice giardiniera impiegata
libraia madre moglie operaia p/ittrice/anettiera/ensionata/roprietaria s/arta/orella/crittrice/tudentessa veterinaria vicina`,
  personNounsHe: `
a/mico/ttore/utore/rtigiano/llevatore bi/dello/bliotecario cameriere con/tadino/sigliere cuoco f/iglio/ornaio/ratello/alegname/ondatore giardiniere
idraulico impiegato libraio macellaio mari/to/naio notaio operaio p/adre/arroco/ittore/anettiere/ensionato/roprietario scrittore studente uomo
veterinario vicino`,
  comparatives: `
come`,
};
