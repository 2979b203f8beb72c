import type { LanguageData } from '../../quotes/languages/language.ts';

export const english: LanguageData = {
  code: 'en',
  cueVerbs: `
acknowledg+ add//s/ed/ing admit/s/ted/ting admonished advise^ affirm% agree/d/s/ing alleg+ announc+ answer* argu/ed/es/ing/ed-back ask//s/ed/ing
assert* assur+ barked beg/an/ins believe^ bellowed bemoan% berated bl/ogged/urted boast* boomed brag/s/ged/ging briefed captioned caution* chant*
chi/ded/med claim* clarified closed comment* complain* conced+ conclud+ concur/s/red confesse^ confided confirm* contend* continue^ corrected counter*
cracked crie^ crowed cursed deadpanned declar+ demand* denie^ denying disclosed e-mailed echo/ed/ing elaborate^ emailed emphasised emphasiz+ end%
estimate^ exclaim* exhorted explain* fe/lt/els figured finishe^ fired fumed gasped gloated goes gr/iped/inned/oused/owled/umbled gu/shed/essed
hi/nted/ssed hollered hope^ hypothesized implored informed insist* interrupted intone^ je/ered/sted jok+ kidded lament* laughed maintain* marveled
messaged moaned mock% mourned mumbled murmured mus+ muttered nodded not+ observ+ op/ened/ined penn/ed/ing persisted plead% pledg+ pointed posited
post* prayed preached predict* pressed proclaim* prodded promis+ pronounced put//s/ting quip/s/ped/ping quot+ ranted reacted reads reaffirm* reasoned
recall* recited recount* reflected reiterat+ rejoined relayed remark* repeat* replie^ replying report* respond* retort% retweeted reveal* roared said
say//s/ing scoffed scold% scrawled scream* shot shout* shr/ieked/ugged sig/hed/ned smiled sn/iped/apped/arled/eered speculated stammered stat+ stress+
suggest* summ/ed/arized surmised swore taunted teased tell//s/ing testif/ied/ies/ying texted theorized thinks thought threaten% thundered told tweet*
typed urg+ ventured volunteered vow* wailed warn* warranted went whined whisper% wonder* writ/e/es/ing/ten wrote yell*`,
  thoughtVerbs: `
believ/e/ed/es/ing feel= felt hop/e/ed/es/ing kn/ew/ows recall% think//s/ing thought`,
  phraseVerbs: `
accus+ advocate^ apologize^ applauded argued asserted attack* began blam+ blast* brand/ed/ing call* campaigned cast= challenge^ characterize^ cit+
compar+ conc/erned/luded condemn* consider% credit% criticised criticiz+ declared decrie^ deemed defend* deliver% denounc+ derided describ+ dismiss+
displayed dubbed emphasized encourag/ed/ing envision% expect% express+ finds found fram/ed/ing gave giv/es/ing greeted hail% headlined hit//s/ting
instructed insult/ed/ing introduce^ invited invoke^ issue^ kn/ew/ows label* lambaste^ laud% liken% ma/de/kes/king mean/s/t mention% mock/ed/ing offer*
order% outline^ painted point/s/ing portray% posted prais+ presse^ promised propos+ publishe^ question* rail* rais+ ran read recommend%
refer/s/red/ring reject* release^ remember% ri/ps/pped/diculed running sa/w/id-of scolded se/es/nt/eks/nds shar+ signal% slam/s/med/ming sought
speak/s/ing spoke suggested summarize^ talk* thank* titled tout* tried urg/ed/ing us+ view% vowed want% warned welcome^`,
  sourcePhrases: 'according_to in_the_words_of as_per',
  impersonals: `
one_could_hear one_heard you_could_hear could_be_heard was_heard were_heard it_was_said was_to_be_heard`,
  auxiliaries: `
'/d/s/ll/ve am are//n't be//en/ing can//'t/not could//n't did//n't do//es/n't/esn't ha/d/s/ve/dn't/sn't/ving/ven't is//n't m/ay/ust/ight sh/all/ould
was//n't were//n't will won't would//n't`,
  determiners: `
a all an//y/other both e/ach/ight/very f/ew/ive/our many most nine no one seve/n/ral six some ten th/e/at/is/ese/ose/ree two`,
  possessives: 'his her its their my our your whose',
  he: 'he',
  she: 'she',
  they: 'they',
  otherPronouns: `
i we you it one others some/one/body every/one/body nobody`,
  firstPerson: 'i we my our us me',
  objectPronouns: `
her//self him//self itself me myself them//selves us`,
  relatives: `
how that wh/o/y/at/en/om/ere/ich/ose`,
  prepositions: `
a/s/t/mid/bout/fter/mong/cross/round/gainst/longside be/fore/hind/side/yond/cause/sides/tween by concerning d/own/uring/espite fo/r/llowing from
in//to/side/cluding like near o/f/n/ff/ut/nto/ver/utside per regarding since than through//out till to toward= un/der/til/like up//on via with//in/out`,
  conjunctions: `
a/s/nd/fter/lthough be/fore/cause but if nor once or since so th/en/ough un/til/less whe/n/reas/ther while yet`,
  adverbs: `
afterward= ag/o/ain al/so/one/oud/most/ways/ready away back earlier eve/n/r f/ar/irst/latly/urther/amously here however in/stead/itially just
l/ast/ess/ong/ater m/ore/uch/aybe/erely/eanwhile ne/xt/ver/arly no/t/w often on/ce/ly p/erhaps/ublicly/reviously qui/te/ckly rather re/cently/peatedly
s/oon/till/imply the/n/re/refore to/o/day/night/gether/morrow twice very ye/s/t/sterday`,
  timeNames: `
afternoon apr//il aug//ust christmas days dec//ades/ember easter evening feb//ruary friday hours jan//uary ju/l/n/ly/ne mar minutes
mo/nday/nth/nths/ments/rning night nov//ember oct//ober saturday sep//t/tember sunday th/ursday/anksgiving tuesday we/ek/eks/dnesday year//s`,
  otherVerbs: `
appear% be/en/gan/gun/came/come/comes/lieves bo/rn/ught bring= bro/ke/ught built ca/ll/me/ught chose//n come= coming con/sider/tinue cut do/es/ne/ing
dr/ew/awn/ove end//s/ed fa/ll/ces fel/l/t flew follow% fought get//s/ting given go//t/ne/ing gr/ew/ow hear//d/s hel/d/p/ps/ped hid hold= hopes
include^ keep= kept knew know//n la/y/id lead= leav/e/es/ing led left let= like= live^ look//s/ed los/e/t love= made meant meet//s/ing met move= need=
opposes pa/y/id plan/s/ned ran remain= rise ro/de/se run= sat see//n/ms/med serve^ set show//n/s/ed sit= so/ld/ught spent st/and/ood/uck/ands/ruck
supports swept tak/e/en/es/ing taught th/ink/rew/ought took tr/y/ies turn//s/ed want went win= won wor/e/k/ks/ked`,
  complementisers: `
as be//cause how if is that to was were wh/y/at/ether`,
  titles: `
act/or/ing/ivist adm//iral advis/er/or alderman ambassador an/chor/alyst archbishop attorney author bi/shop/llionaire businessman
ca/pt/ptain/mpaign/rdinal/ndidate ceo cfo chair//person chief
co/l/o/ach/lonel/-chair/lumnist/uncilor/-founder/nsultant/uncillor/mmissioner/rrespondent de/an/puty/fence/fense/legate/mocrat/tective director doctor
dr economist editor ex/-mayor/ecutive/-president fi/rst/nance fo/rmer/reign/under front/runner/-runner gen//eral gov//ernor historian ho/st/peful imam
interior ju/dge/stice l/t/awyer/eader/awmaker/ieutenant/ibertarian ma/j/jor/yor/nager minister mogul mx nominee o/wner/fficer/perative pastor pollster
premier president//-elect press pri/me/ncipal pro/f/fessor/secutor rabbi rep//s/orter/.-elect/resentative rev//erend rival saint
se/n/ns/nator/rgeant/cretary sgt sheriff singer sp/eaker/okesperson st/ate/rategist super/visor/intendent taoiseach then-/candidate/president
treasurer undersecretary veteran vice whip`,
  titlesHe: `
assemblyman baron brother chairman co/uncilman/ngressman duke father king lord mr pope prince sir spokesman`,
  titlesShe: `
actress assemblywoman chairwoman co/uncilwoman/ngresswoman dame duchess lady m/s/rs/iss princess queen sister spokeswoman`,
  personNouns: `
activist= adviser= advisor= advocate= aide= all/y/ies ambassador analyst= anchor another artist assailant attorney= author= bi/shop/llionaire
cal/ler/ifornian candidate= celebrity chair//men citizen= coach columnist comedian commander comment/er/ator/ators congressmen conservative=
consultant= cou/sin/nsel critic= delegate= democrat= designer detective developer diplomat= director= doctor= driver economist= editor= employee=
en/voy/gineer executive= expert= farmer feminist floridian founder= friend= front/runner/-runner general governor= gu/est/nman heckler historian host=
imam independent insider= investor= journalist= judge= justice= lawmaker= lawyer= leader= liber/al/als/tarian manager= mayor= member= minister=
moderator= mogul narrator neighbo/r/rs/ur new_yorker nominee nurse officer= official= one operative= opponent= organizer= other= outlets owner=
parent= partner= pastor patient person physician pilot player pollster= president professor progressives prosecutor= protester= pundit= rabbi
reporter= republican= researcher= resident= rival= scholar= scientist= secretary senator= sheriff singer socialist soldier= source= speaker
spokes/men/people/person staffer= star strategist= student= supporter= surrogate= suspect teacher= texan tycoon user veteran= vic/tim/e-president
voter= witness//es worker= writer=`,
  groupNouns: `
a/gency/udience/ssociation/dministration board campaign co/urt/uple/mpany/uncil/alition/mmittee/mmission crowd department dozens f/irm/amily/oundation
government group= hundreds institute magazine men ne/twork/wspaper organi/sation/zation outlet pa/nel/per/rty people police scores team thousands
union website women`,
  personNounsHe: `
actor b/oy/rother/usinessman chairman co/uncilman/ngressman father guy husband king man pope pri/est/nce son spokesman uncle`,
  personNounsShe: `
spokeswoman congresswoman businesswoman chairwoman woman girl mother sister daughter wife aunt queen princess actress`,
  documentNouns: `
acc/ount/usation ad//s/vertisement amendment an/swer/nouncement ar/ticle/gument asse/rtion/ssment b/ill/log/ook/rief/anner ca/rd/ption chant= claim=
column comment= complaint contention de/claration/scription document= e/mail/-mail/ditorial filing hat headline in/dictment/sistence/vitation
law//suit letter mantra me/mo/ssage mot/to/ion narrator note op/-ed/inion order p/age/oll/ost/ledge/romise/etition/latform/rediction/ress-release
qu/ote/estion re/ply/mark/port/view/adout/fusal/lease/marks/minder/sponse/solution ruling s/ign/ong/pot/uit/hirt/tory/tudy/logan/peech/urvey/tatement
te/xt/stimony transcript tweet= verdict video voice/over/-over w/ords/arning/ebsite`,
  workNouns: `
album anthem bestseller book= co/lumn/medy d/rama/ubbed/ocumentary e/ssay/pisode/ntitled/xhibition film= game h/it/ashtag/eadlined magazine memoir
movie= musical nicknamed novel opera painting play po/em/dcast program//me se/ries/gment show si/ngle/tcom slogan song= titled tune`,
  bodyNouns: `
a/ct/gency/irport/ssociation/dministration b/ank/oard/ureau ca/ucus/mpaign cent/er/re church city club
co/rp/urt/unty/llege/mpany/uncil/ngress/alition/mmittee/mmission/nvention department f/und/ederation/oundation g/roup/azette/overnment herald
ho/tel/use inc institut/e/ion journal league magazine ministry ne/ws/twork office p/ac/ost/arty/laza/ress/arliament school senate service= society
state= street t/imes/ower/ribune uni/on/versity`,
  nameParticles: `
abu al ben bin d/a/e/i/u/el/en/er/os el ibn la le ter van von y`,
  abbreviations: `
a/.m/dm/pr/rk/ug/ve/riz/pprox blvd ca/pt/lif co//l/lo/nn/rp d/r/.c/ec/el/ept/-n.y e/.g/st/tc feb fla g/a/en/ov hon i/.e/ll/nc/nd j/r/an/ul/un kan ky
la lt//d ma/j/r/ss md mi/ch/nn/ss mo//nt mr= ms n./c/h/j/m/y ne/b/v no//v o/ct/re/kla p/a/.m/h.d/rof r-n.y rep= rev s.c sen= sep//t sgt sr st te/x/nn
u./k/n/s v/a/s/t w/is/yo/.va/ash`,
};
