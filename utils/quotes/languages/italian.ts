import type { LanguageData } from './language.ts';
import { OTHER_GRAMMAR } from './other-grammar.ts';

export const italian: LanguageData = {
  code: 'it',
  ...OTHER_GRAMMAR,
  cueVerbs: `
detto dic/e/ono/eva/hiara/hiarò disse dichiarato afferm/ato/a/ò spieg/ato/a/ò aggiun/to/ge/se sottolinea/to/ scri/tto/ve/sse assicura/to/ ricorda/to/
commenta/to/ osserva/to/ sost/enuto/iene ribadi/to/sce avvert/ito/e rispo/sto/nde/se chie/sto/de raccont/ato/a/ò annuncia/to/ amme/sso/tte
con/cluso/clude/ferma/fessa precisa/to/ riferi/to/sce denuncia/to/ replica/to/ attacca/to/ confe/rmato/ssato pro/messo/mette/segue esclama/to/
evidenzia/to/ insist/ito/e continuato proseguito nota/to/ scherz/a/ato sospir/a/ato protest/a/ato lament/a/ato/ava riconosc/e/iuto spieg/ano
puntualizz/a/ato rimarc/a/ato rivel/a/ato ricord/a/ato/ava aggiung/e/eva rispond/e/eva ironizz/a/ato tuon/a/ato sbott/a/ato contest/a/ato accus/a/ato
auspic/a/ato chios/a/ato conclud/e/eva dichiar/a/ato/ava raccont/ato/ava grid/a/ato url/a/ato rilev/a/ato segnal/a/ato ammett/e/eva ammonisce ammonito
argoment/a/ato assicur/a/ato/ava`,
  phraseVerbs: 'defini/to/sce parla/to/ chiama/to/ descritto accusato',
  sourcePhrases: `
secondo per a_detta_di stando_a a_giudizio_di a_parere_di nelle_parole_di secondo_lui secondo_lei a_suo_dire`,
  auxiliaries: 'è sono era//no ha hanno ave/va/vano/re ho abbiamo sarà fu furono stat/o/a essere può deve va',
  determiners: `
il lo la i le un uno una quest/o/a/i/e ogni due tre alcun/i/e molti l`,
  possessives: 'suo//i sua sue loro nostr/o/a mio mia',
  he: 'lui egli',
  she: 'lei ella',
  they: 'loro essi',
  otherPronouns: 'io noi qualcuno nessuno',
  objectPronouns: `
gli ci si mi ti vi ne lo`,
  relatives: 'che cui chi qua/le/ndo dove come cosa',
  prepositions: `
di d a da in con//tro su per tra fra senza dopo prima durante verso presso secondo sotto sopra dell all nell sull dall degli del della delle dei dello
al alla alle ai allo dal dalla dai dalle nel nella nei nelle sul sulla sui sulle`,
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
allenat/ore/rice cancelliere consiglier/e/a commissari/o/a vicepresidente vicesindac/o/a capitano colonnello comandante vescovo cardinale
ambasciat/ore/rice rett/ore/rice procurat/ore/rice ingegner/e/a`,
  titlesHe: 'ministro senatore deputato sindaco direttore signor re papa professore dottor',
  titlesShe: `
ministra senatrice deputata sindaca direttrice signora regina professoressa dottoressa presidentessa assessora consigliera rettrice ambasciatrice
avvocata`,
  personNouns: `
uomo donna vicin/o/a madre padre agricoltore medico infermiera maestr/o/a titolare responsabile dirigente attivista testimon/e/i aut/ore/rice
candidat/o/a espert/o/a font/e/i ragazz/o/a imprendit/ore/rice abitante ingegner/e/a attor/e attrice regista scritt/ore/rice poeta poetessa musicista
cantante pittore pittrice pescator/e/i student/e/essa scienziat/o/a psicolog/o/a giornalista soldato ufficiale funzionari/o/a dipendente passegger/o/a
autista turista figli/o/a fratello sorella marito moglie amic/o/a pompiere architett/o/a ecologista consiglier/e/a guardaboschi proprietari/o/a
fondat/ore/rice coordinat/ore/rice delegat/o/a volontari/o/a specialista investigat/ore/rice vittima collega residente storic/o/a rappresentante
dottor/e/essa paziente primari/o/a`,
  groupNouns: `
governo polizia partito comune ministero azienda sindacato opposizione associazione commissione procura`,
  documentNouns: 'comunicato lettera rapporto testo messaggio nota',
  bodyNouns: 'università ministero partito istituto banca',
  workNouns: `
libro romanzo film canzone serie album opera programma titolo quadro poesia giornale rivista spettacolo documentario articolo podcast intitolat/o/a
chiamat/o/a`,
  nameParticles: 'de di del//la la lo da',
  abbreviations: 'sig dott prof on ecc',
  elisions: 'l d un dell all dall nell sull quest quell c s m t n',
  givenNamesHe: `
andrea antonello carlo claudio enrico fabio giancarlo gianni giorgio giuseppe guido luigi massimo maurizio mauro michele nicola renato sandro silvio
stefano vincenzo achille adriano agostino alberto aldo alessio alfio alfonso alfredo amedeo angelo antonio armando arnaldo arturo attilio augusto
aurelio baldassare bartolomeo battista benedetto beppe bernardo bruno camillo carmelo carmine cesare christian ciro corrado cosimo cristiano
cristoforo damiano daniele dante dario davide demetrio diego dino domenico donato edoardo elia elio emanuele emiliano emilio ennio enzo ercole ernesto
ettore eugenio fabrizio fausto federico felice ferdinando ferruccio filippo flavio fortunato franco fulvio gabriele gaetano gaspare gennaro gerardo
giacomo gian gianfranco gianluca gianluigi gianmarco gianpaolo gino gioele giona giordano giovanni girolamo giuliano giulio goffredo graziano
gualtiero guglielmo ignazio ivano ivo jacopo lamberto lapo lello leonardo leone lino lorenzo luca luciano ludovico manfredi manlio marcello marco
mario martino massimiliano matteo mattia michelangelo mirko nando nazario nello nino nunzio onofrio orazio orlando oscar osvaldo ottavio paolo
pasquale patrizio pierluigi piero pietro pio primo quirino raffaele raimondo remo renzo riccardo rinaldo rino roberto rocco rodolfo romano romeo
ruggero salvatore samuele santo saverio sebastiano sergio severino simone siro tancredi teodoro tiziano tommaso tullio ubaldo ugo umberto valentino
valerio vasco vito vittorio walter`,
  givenNamesShe: `
antonella daniela elly federica giovanna licia mara mariastella ada adele adriana agata agnese alba alberta alessandra alessia alice amalia amanda
ambra anita angela angelica anna annalisa annamaria antonia antonietta arianna assunta aurora barbara beatrice benedetta bianca bruna camilla carla
carlotta carmela carolina caterina cecilia chiara cinzia clara claudia clelia concetta cristina debora denise diana domenica donatella edda elena
eleonora elettra elisa elisabetta elsa elvira emanuela emilia emma enrica erica ester eugenia eva fabiana fabiola fabrizia fatima fausta fernanda
fiamma fiorella flavia flora fortunata franca francesca gabriella gaia gemma genoveffa giada gilda gina ginevra gioia giorgia giulia giuliana
giuseppina grazia graziella greta ida ilaria imma ines iolanda irene iris isabella ivana jessica katia lara laura lavinia lea letizia lia lidia
liliana linda lisa livia loredana lorella lorena lorenza lucia luciana lucrezia ludovica luisa maddalena manuela marcella margherita maria marianna
marilena marina marisa marta martina matilde maura melania michela milena mirella miriam monica morena nadia natalia nicoletta nina nives noemi nora
norma novella olga olimpia olivia ornella paola patrizia petra piera pina rachele raffaella rebecca renata rita roberta romina rosa rosalia rosanna
rosaria rossana rossella sabina sabrina samanta sandra sara serena silvana silvia simona sofia sonia stefania stella susanna tamara tania tatiana
teresa tiziana tosca ursula valentina valeria vanessa vera veronica viola virginia vittoria viviana`,
  dropsSubjects: true,
  indefinites: `
un uno una alcuni alcune altro altra qualche ogni`,
  personNounsShe: `
donna madre figlia sorella moglie attrice scrittrice pittrice amica consigliera proprietaria fondatrice studentessa vicina autrice`,
  personNounsHe: `
uomo padre figlio fratello marito attore scrittore pittore amico consigliere proprietario fondatore studente vicino autore`,
  comparatives: `
come`,
};
