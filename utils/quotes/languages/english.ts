import type { LanguageData } from './language.ts';

export const english: LanguageData = {
  code: 'en',
  cueVerbs: `
said say//s/ing told tell//s/ing wrote writ/e/es/ing/ten add/ed//s/ing tweet* conc/eded/edes/urs/luded/ludes/eding/urred
conf/irms/ided/irmed/essed/esses contend/s/ed/ing continue^ ask/ed//s/ing respond* not+ rep/lied/lies/lying/orted/orts/eated/eats
reporting stat+ declar+ explain* recall* argu+ concluding warn* suggest*
acknowledg+ promis+ pos/ted/ts/ting/ited shout* chant/ed/ing/s insist* vow* reaffirm*
ple/dged/dges/dging/aded/ads admit/ted/s/ting remark* answer* urg+ yell* intone^ claim* predict*
ass/ured/ures/uring/erted/erts jok+ lament* proclaim* wonder* emailed boast* asserting elaborate^
exclaim* echo/ed/ing bemoan% barked boomed demand* rea/cted/soned/ds quip/ped/s/ping mus+ caution*
counter* confirming den/ied/ies/ying announc+ observ+ complain* maintain* alleg+ crie^
whisper% murmured muttered sna/pped/rled thundered scream* hollered testif/ied/ies/ying texted comment* disclosed reveal*
recount* reflected reiterat+ repeating stress+ emphasi/zed/zes/zing/sed advise^ affirm% agree/d/s/ing deadpanned
retort% implored opined prayed pre/ached/ssed pronounced quot+ rejoined ranted relayed sco/ffed/lded/lds sig/hed/ned speculated surmised
taunted teased theorized threaten% volunteered bel/lowed/ieves/ieved blurted chi/med/ded clarified corrected gri/ped/nned gushed hinted informed
interrupted marveled mock/s/ed pointed put/ting= ventured warranted wailed cracked argued-back fumed retweeted thinks thought hope/s/d feels felt
sniped admonished berated exhorted recited prodded persisted mumbled grumbled gro/used/wled crowed gloated brag/ged/s/ging shr/ugged/ieked laughed
smiled nodded sneered jeered jested kidded swore cursed whined moaned mourned gasped roared hissed stammered blogged messaged typed captioned
penn/ed/ing scrawled briefed hypothesized guessed figured estimate^ summarized finishe^ end% e-mailed shot fired went goes beg/an/ins opened
closed summed`,
  thoughtVerbs: 'think//s/ing thought believ/e/es/ing/ed hop/e/es/ing/ed feel= felt recall/s/ed knows knew',
  phraseVerbs: `
call* describ+ prais+ accus+ thank* critici/zed/zes/zing/sed slam/med/s/ming
bla/sted/sts/sting/med/mes/ming denounc+ dismiss+ label* dubbed brand/ed/ing characterize^ refer/red/s/ring
compar+ cit+ express+ tout* ridiculed derided hail% laud% applauded condemn* attack*
mock/ed/ing question* challenge^ credit% defend* apologize^ insult/ed/ing welcome^ reject* urg/ed/ing
encourag/ed/ing inv/ited/oked/okes deliver% issue^ release^ publishe^ read titled headlined spoke speak/s/ing talk* mention%
use^ using outline^ found finds conc/luded/erned consider% deemed summarize^ offer* gave giv/es/ing made mak/es/ing sen/t/ds
signal% want% sought see/ks/s saw propos+ recommend% decrie^ lambaste^ scolded order% instructed presse^ greeted
introduce^ advocate^ argued expect/s/ed envision/s/ed knows knew mean/t/s suggested liken% portray% painted cast= fram/ed/ing
view% remember% promised vowed tried said-of rai/led/ls/ling/sed/ses/sing point/ing/s hit//s/ting rip/ped/s warned campaigned ran running
emphasized began displayed shar+ posted declared asserted`,
  sourcePhrases: 'according_to in_the_words_of as_per',
  auxiliaries: `
is are//n't was//n't were//n't be been being am has//n't hav/e/ing/en't had//n't do does//n't did//n't will would//n't shall should can//'t/not
could//n't may might must 's 'd 've 'll isn't don't won't`,
  determiners: `
the//se a an this that those some any every each no another many seve/ral/n few both all most one two three four five six eight nine ten`,
  possessives: 'his her its their my our your whose',
  he: 'he',
  she: 'she',
  they: 'they',
  otherPronouns: 'i we you it one who others some/one/body every/one/body nobody',
  objectPronouns: 'him//self her//self them me us themselves itself myself',
  relatives: 'who//m/se which that whe/re/n why how what',
  prepositions: `
of for at in from with//out/in to on by about during after before as into over under against between among amid through//out toward= upon since
until till despite around across behind beyond near off onto out//side per than via like unlike including regarding concerning following beside/s/
inside alongside because up down`,
  conjunctions: `
and or but nor so yet while although though if unless whe/reas/ther/n because as since until once before after then`,
  adverbs: `
also not never eve/r/n later the/n/re now just only still again once always often already soon yet recently instead however therefore meanwhile
earlier afterward= simply merely today yesterday tomorrow tonight perhaps maybe very too qui/te/ckly rather almost nearly back here away ago first
last further more much less far long together alo/ne/ud twice next repeatedly famously previously publicly flatly initially`,
  timeNames: `
hours minutes days weeks months years moments decades 
monday tuesday wednesday thursday friday saturday sunday jan/uary/ feb/ruary/ apr/il/ jun/e/ jul/y/ aug/ust/ sept/ember/ oct/ober/ nov/ember/
dec/ember/ mar sep christmas thanksgiving easter`,
  otherVerbs: `
follow/s/ed 
came com/e/es/ing went go going got get//s/ting took tak/e/es/ing/en left lea/ve/ves/ving/d/ds met meet//s/ing hel/d/p/ps/ped hold= won win=
los/t/e led stood stand= sat sit= knew know//n thought think bec/ame/ome/omes kept keep= let= hear/d= bro/ught/ke bring= paid pay sold
bought caught taught fought sought built spent cut set ran run= fel/l/t fall rose rise grew grow drew threw flew chose//n drove hid rode
wor/e/k/ks/ked stuck struck swept meant lay laid faces remain/s/ see/ms/med/n/ appear% plan/s/ned hopes need/s/ want love= like= does doing
done gone been given made born show/n//s/ed drawn beg/an/un try tries turn//s/ed move= call con/tinue/sider look//s/ed supports opposes serve/s/d
live/s/d believes include/s/d end//ed/s`,
  complementisers: 'that as how why what whether because if to be is was were',
  titles: `
rep//s/orter democrat libertarian pres/ident/s vice sen/ator= representative gov/ernor/ mayor judge justice secretary minister prime for/eign/mer
defen/se/ce interior finance chair ambassador gen/eral/ col/onel/ lieutenant lt maj/or/ capt/ain/ sergeant sgt adm/iral/ officer detective sheriff
chief deputy commissioner council/or/lor alderman delegate speaker leader chairperson director prof/essor/ dr doctor rev//erend pastor rabbi imam
bishop archbishop cardinal saint mx attorney ceo cfo coo manager strategist advis/er/or spokesperson treasurer superintendent supervisor principal
dean coach law/maker/yer ex-president ex-mayor act/ing/or/ivist then-president then-candidate candidate nominee hopeful analyst columnist
correspondent editor host anchor author singer businessman billionaire mogul economist historian pollster operative consultant prosecutor veteran
rep.-elect president-elect front-runner frontrunner rival founder co-founder owner executive co-chair whip undersecretary premier taoiseach campaign
state first`,
  titlesHe: `
mr sir lord father king prince duke pope congressman councilman assemblyman spokesman chairman brother baron`,
  titlesShe: `
mrs ms miss lady dame queen princess duchess congresswoman councilwoman assemblywoman spokeswoman chairwoman sister actress`,
  personNouns: `
offic/ial/ials/er/ers spokespe/rson/ople advis/er/ers/or/ors aide= lawmaker= senator= governor= mayor= president vice-president minister= secretary
candidate= nominee frontrunner front-runner leader= chair director= executive= manager= strategist= consultant= operative= analyst= expert= professor
scholar= researcher= scientist= economist= historian pollster= columnist reporter= journalist= editor= host= moderator= anchor author= writer= judge=
justice= lawyer= attorney= prosecutor= detective sheriff comm/ander/enter general soldier= veteran= billionaire mogul tycoon investor= owner= founder=
organizer= activist= advocate= supporter= opponent= critic= rival= voter= delegate= member= resident= neighbo/r/rs/ur citizen= worker= employee=
student= teacher= doctor= physician nurse patient pastor bishop rabbi imam person friend= parent/s/ cousin witness//es ally allies surrogate= chairmen
spokesmen congressmen counsel outlets source= insider= staffer= diplomat= ambassador envoy protester= demo/crat/crats republican= conservative/s/
liberal/s/ progressives singer comedian star coach player celebrity artist designer developer engineer farmer pilot driver guest caller user
commentator= pundit= narrator speaker heckler assailant suspect gunman victim libertarian independent socialist feminist texan floridian californian
new_yorker one another other=`,
  groupNouns: `
dozens hundreds thousands scores crowd audience campaign administration commi/ttee/ssion group= organization organisation party company agency
department government cou/rt/ncil/ple panel union coalition network newspaper paper magazine website outlet team board association institute
foundation firm police family people men women`,
  personNounsHe: `
spokesman congressman businessman chairman councilman man boy guy father brother son husband uncle king pri/nce/est pope actor`,
  personNounsShe: `
spokeswoman congresswoman businesswoman chairwoman woman girl mother sister daughter wife aunt queen princess actress`,
  documentNouns: `
claim= comment= remark= promise pledge warning argument assertion contention accusation assessment declaration description insistence refusal
reminder question answer reply voice-over voiceover chant= quote mantra motion words prediction statement report letter email e-mail memo editorial article book post tweet= ad ads advertisement document= law/suit/ suit complaint petition
filing release account survey poll study transcript message note card sign speech headline blog column op-ed story caption text readout platform
resolution bill amendment press-release invitation website slogan song verdict ruling opinion order testimony response spot video narrator
announcement page motto banner shirt hat indictment review brief`,
  workNouns: `
book= novel film= movie= song= album show series documentary play poem painting program//me episode sitcom musical opera hit single essay
magazine podcast game exhibition tune anthem comedy drama memoir bestseller titled entitled headlined column segment hashtag slogan nicknamed dubbed`,
  bodyNouns: `
commi/ttee/ssion university department times post journal party cou/rt/ncil/nty inc corp company agency association institut/e/ion foundation group
news house senate congress union league board bank bureau office coalition cent/er/re college school church network press tribune herald gazette
magazine campaign administration government tower street city state= fund pac society federation service= ministry parliament caucus convention
act plaza hotel airport club`,
  nameParticles: 'de von van der den bin al el la del di da dos du le ter ibn abu ben y',
  abbreviations: `
mr mrs ms dr prof sen= rep= gov gen col//o lt maj capt sgt adm rev hon st jr sr inc corp co ltd vs etc jan feb mar apr jun jul aug sep/t/ oct nov
dec no dept ave blvd ariz ark calif conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
d-n.y r-n.y a.m p.m approx est u.s u.k u.n e.g i.e d.c n.y n.j n.h n.c s.c n.m w.va ph.d`,
};
