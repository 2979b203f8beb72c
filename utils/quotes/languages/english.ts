import type { LanguageData } from './language.ts';

export const english: LanguageData = {
  code: 'en',
  cueVerbs: `
    said say says saying told tell tells telling wrote write writes writing written added add adds adding tweeted
    tweets tweeting continued continues asked ask asks asking responded responds responding noted notes noting
    replied replies replying reported reports reporting stated states stating declared declares declaring explained
    explains explaining recalled recalls recalling argued argues arguing concluded concludes concluding warned warns
    warning suggested suggests suggesting acknowledged acknowledges acknowledging promised promises promising posted
    posts posting shouted shouts shouting chanted chanting insisted insists insisting vowed reaffirmed reaffirms reaffirming vows vowing pledged pledges
    pledging admitted admits admitting remarked remarks remarking answered answers answering urged urges urging yelled
    yells yelling interjected claimed claims claiming predicted predicts predicting assured assures assuring joked jokes
    joking lamented laments lamenting proclaimed proclaims proclaiming wondered wonders wondering emailed boasted boasts
    boasting asserted asserts asserting conceded concedes conceding elaborated elaborates exclaimed exclaims exclaiming
    echoed echoing bemoaned bemoans barked boomed demanded demands demanding reacted quipped quips quipping mused muses
    musing cautioned cautions cautioning countered counters countering confirmed confirms confirming denied denies
    denying announced announces announcing observed observes observing complained complains complaining contended
    contends contending maintained maintains maintaining alleged alleges alleging cried cries whispered whispers
    murmured muttered snapped thundered screamed screams screaming hollered testified testifies testifying texted
    commented comments commenting confessed confesses confided disclosed revealed reveals revealing recounted recounts
    recounting reflected reiterated reiterates reiterating repeated repeats repeating stressed stresses stressing
    emphasized emphasizes emphasizing emphasised advised advises affirmed affirms agreed agrees agreeing
    deadpanned retorted retorts implored intoned opined pleaded pleads prayed preached pronounced
    quoted quotes quoting reasoned rejoined ranted reads relayed sang scoffed sighed speculated surmised taunted teased
    theorized threatened threatens volunteered bellowed blurted chimed chided clarified corrected griped gushed hinted
    informed interrupted marveled mocks mocked pointed putting ventured warranted wailed cracked argued-back fumed
    retweeted thinks thought believes believed hopes hoped feels felt
    sniped scolded scolds admonished berated exhorted recited pressed prodded persisted mumbled grumbled groused
    crowed gloated bragged brags bragging shrugged laughed smiled nodded grinned sneered jeered jested kidded swore
    cursed whined moaned mourned gasped shrieked roared growled snarled hissed stammered blogged messaged typed
    captioned penned scrawled briefed posited hypothesized guessed figured estimated estimates contended intones
    summarized finished finishes ended ends concurred concurs emailed e-mailed tells penning chanting chants
    responded shouting yelling screaming asserting insisting declaring assuring claiming
    signed shot fired went goes put puts began begins opened closed summed`,
  thoughtVerbs:
    'think thinks thinking thought believe believes believing believed hope hopes hoping hoped feel feels felt recalls recalled knows knew',
  phraseVerbs: `
    called calls calling described describes describing praised praises praising accused accuses accusing thanked
    thanks thanking criticized criticizes criticizing criticised slammed slams slamming blasted blasts blasting
    denounced denounces denouncing dismissed dismisses dismissing labeled labels labeling dubbed branded branding
    characterized characterizes referred refers referring compared compares comparing cited cites citing expressed
    expresses expressing touted touts touting ridiculed derided hailed hails lauded lauds applauded condemned condemns
    condemning attacked attacks attacking mocked mocking questioned questions questioning challenged challenges blamed
    blames blaming credited credits defended defends defending apologized apologizes insulted insulting expressed
    welcomed welcomes rejected rejects rejecting urged urging encouraged encouraging invited delivered delivers issued
    issues released releases published publishes read titled headlined spoke speaks speaking talked talks talking
    mentioned mentions used uses using outlined outlines found finds concluded considered considers deemed
    summarized summarizes offered offers offering gave gives giving made makes making sent sends signaled signals
    wanted wants sought seeks sees saw proposed proposes proposing recommended recommends decried decries lambasted
    lambastes scolded ordered orders instructed pressed presses greeted introduced introduces advocated advocates
    argued blamed expects expected envisions envisioned knows knew meant means suggested likened likens portrayed
    portrays painted cast casts framed framing viewed views remembered remembers promised vowed tried
    said-of railed rails railing pointing points raised raises raising hit hits hitting ripped rips invoked
    invokes warned campaigned ran running emphasized began displayed shared shares sharing posted declared
    asserted concerned`,
  sourcePhrases: 'according_to in_the_words_of as_per',
  auxiliaries: `
    is are was were be been being am has have had having do does did will would shall should can could may might must
    's 'd 've 'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
    cannot`,
  determiners: `the a an this that these those some any every each no another many several few both all most one two
    three four five six seven eight nine ten`,
  possessives: 'his her its their my our your whose',
  he: 'he',
  she: 'she',
  they: 'they',
  otherPronouns: 'i we you it one who others someone everyone somebody everybody nobody',
  objectPronouns: 'him her them me us himself herself themselves itself myself',
  relatives: 'who which that whom whose where when why how what',
  prepositions: `
    of for at in from with to on by about during after before as into over under against between among amid through
    without within toward towards upon since until till despite around across behind beyond near off onto out per than
    via like unlike including regarding concerning following besides beside inside outside throughout alongside
    because up down`,
  conjunctions: `and or but nor so yet while although though if unless whereas whether because when as since until once
    before after then`,
  adverbs: `
    also not never ever later then now just only even still again once always often already soon yet recently
    instead however therefore meanwhile earlier afterward afterwards simply merely today yesterday tomorrow tonight
    perhaps maybe very too quite rather almost nearly back
    here there away ago first last further more much less far long together alone aloud twice next
    repeatedly famously previously quickly publicly flatly initially`,
  timeNames: `
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas thanksgiving easter`,
  otherVerbs: `
    came come comes coming went go going got get gets getting took take takes taking left leave leaves leaving met meet
    meets meeting held hold holds won win wins lost lose led lead leads stood stand stands sat sit sits
    knew know thought think became become becomes kept keep keeps let lets heard hear hears brought bring brings
    paid pay sold bought caught taught fought sought built spent cut set ran run runs fell fall rose rise grew
    grow drew threw flew broke chose drove hid rode wore felt stuck struck swept meant lay laid
    faces remains seems seemed appeared appears plans planned hopes needs need want love loves like likes
    does doing done gone been seen known given taken made born shown drawn chosen began begun try tries
    turn turns turned show shows showed move moves work works worked call help helps helped
    continue consider see look looks looked supports opposes serves served lives lived believes
    includes included remain end ended ends`,
  complementisers: 'that as how why what whether because if to be is was were',
  titles: `
    republican democrat libertarian
    president vice senator sen sens representative rep reps congressman congresswoman governor gov mayor judge justice
    secretary minister prime foreign defense defence interior finance chancellor ambassador general gen colonel col
    lieutenant lt major maj captain capt sergeant sgt admiral adm officer detective sheriff chief deputy
    commissioner councilman councilwoman councilor councillor alderman assemblyman assemblywoman delegate speaker
    leader chairman chairwoman chair chairperson director professor prof dr doctor rev reverend pastor rabbi imam
    bishop archbishop cardinal pope father sister brother saint king queen prince princess duke duchess lord lady
    sir dame baron mr mrs ms miss mx attorney ceo cfo coo manager strategist adviser advisor spokesman spokeswoman
    spokesperson treasurer superintendent supervisor principal dean coach superintendent lawmaker
    former ex-president ex-mayor acting then-president then-candidate candidate nominee hopeful analyst columnist
    reporter correspondent editor host anchor author actor actress singer businessman billionaire mogul economist
    historian pollster operative consultant lawyer prosecutor activist veteran rep.-elect president-elect
    front-runner frontrunner rival founder co-founder owner executive co-chair whip undersecretary premier taoiseach
    press campaign state first`,
  titlesHe:
    'mr sir lord father king prince duke pope congressman councilman assemblyman spokesman chairman brother baron',
  titlesShe:
    'mrs ms miss lady dame queen princess duchess congresswoman councilwoman assemblywoman spokeswoman chairwoman sister actress',
  personNouns: `
    official officials spokesman spokeswoman spokesperson spokespeople adviser advisers advisor advisors aide
    aides lawmaker lawmakers senator senators congressman congresswoman governor governors mayor mayors
    president vice-president minister ministers secretary candidate candidates nominee frontrunner front-runner
    leader leaders chairman chairwoman chair director directors executive executives manager managers strategist
    strategists consultant consultants operative operatives analyst analysts expert experts professor scholar
    scholars researcher researchers scientist scientists economist economists historian pollster pollsters
    columnist reporter reporters journalist journalists editor editors host hosts moderator moderators anchor
    author authors writer writers judge judges justice justices lawyer lawyers attorney attorneys prosecutor
    prosecutors officer officers detective sheriff commander general soldier soldiers veteran veterans
    businessman businesswoman billionaire mogul tycoon investor investors owner owners founder founders
    organizer organizers activist activists advocate advocates supporter supporters opponent opponents critic
    critics rival rivals voter voters delegate delegates member members resident residents neighbor neighbors
    neighbour citizen citizens worker workers employee employees student students teacher teachers doctor
    doctors physician nurse patient pastor priest bishop pope rabbi imam man woman boy girl guy person friend
    friends father mother brother sister son daughter husband wife parents parent uncle aunt cousin witness
    witnesses source sources insider insiders staffer staffers diplomat diplomats ambassador envoy protester
    protesters demonstrators democrat democrats republican republicans conservatives liberals progressives actor
    actress singer comedian star coach player celebrity artist designer developer engineer farmer pilot driver
    guest caller user commenter commentator commentators pundit pundits narrator speaker heckler assailant
    suspect gunman victim conservative liberal libertarian independent socialist feminist texan floridian
    californian new_yorker one another other others`,
  groupNouns: `
    dozens hundreds thousands scores
    crowd audience campaign administration committee group groups organization organisation party company agency
    department government court panel union coalition network newspaper paper magazine website outlet team board
    commission council association institute foundation firm police couple family people men women`,
  personNounsHe:
    'spokesman congressman businessman chairman councilman man boy guy father brother son husband uncle king prince pope priest actor',
  personNounsShe:
    'spokeswoman congresswoman businesswoman chairwoman woman girl mother sister daughter wife aunt queen princess actress',
  documentNouns: `
    statement report letter email e-mail memo editorial article book post tweet tweets ad ads advertisement
    document documents lawsuit suit complaint petition filing release account survey poll study transcript message
    note card sign speech headline blog column op-ed story caption text readout platform resolution bill law
    amendment press-release invitation website slogan song verdict ruling opinion order testimony response
    spot video narrator announcement page motto banner shirt hat indictment review brief study`,
  workNouns: `
    book books novel film films movie movies song songs album show series documentary play poem painting program
    programme episode sitcom musical opera hit single essay magazine podcast game exhibition tune anthem comedy
    drama memoir bestseller titled entitled headlined column segment hashtag slogan nicknamed dubbed`,
  bodyNouns: `
    committee university department times post journal party court inc corp company council agency association
    institute institution foundation group news house senate congress union league board bank bureau office
    commission coalition center centre college school church network press tribune herald gazette magazine
    campaign administration government tower street city county state states fund pac society federation
    administration service services ministry parliament caucus convention act plaza hotel airport club`,
  nameParticles: 'de von van der den bin al el la del di da dos du le ter ibn abu ben y',
  abbreviations: `
    mr mrs ms dr prof sen sens rep reps gov gen col lt maj capt sgt adm rev hon st jr sr inc corp co ltd vs etc
    jan feb mar apr jun jul aug sept sep oct nov dec no dept ave blvd ariz ark calif colo conn del fla ga ill ind
    kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo d-n.y r-n.y a.m p.m
    approx est u.s u.k u.n e.g i.e d.c n.y n.j n.h n.c s.c n.m w.va ph.d`,
};
