/** Frequent given names that readers of any language meet, in lower case; a name in both lists tells no gender. */
export const givenNamesHe = `
aaron adam ahme/d/t al/i/an/lan/len/bert/exei/ejandro/exander/essandro and/y/ers/rew/rii/riy/rzej ant/hony/onio ar/jun/thur austin ben//jamin
bern/ie/ard bill//y bo/b/bby/ris/hdan br/ad/ett/ian/uce/uno/adley/andon carl//os charles chris//tian/topher chuck claude co/lin/rey craig
d/an/ave/ean/oug/avid/iego/ylan/aniel/ennis/mitry/onald/ouglas e/d/mil/ric/rik/van/than/dward/rnest/ugene/nrique/mmanuel fe/lix/rnando
fran/k/cois/cesco fred//rick/erick g/ary/len/reg/lenn/eorge/ordon/raham/ünter/abriel/iorgio/regory/iovanni/iuseppe ha/ns/kim/rry/rold/ssan henr/y/ik
hiroshi howard hugh i/an/van/brahim ja/ck/cob/mes/red/son/vier/cques je/an/ff/rry/sse/remy/ffrey ji/m/n
jo/e/n/hn/se/sh/sé/ão/nas/rge/hnny/seph/shua/nathan ju/an/ssi/lian/stin jürgen k/en/arl/irk/urt/yle/eith/enji/evin/laus/halid/enneth/rzysztof
la/rs/nce/rry/wrence le/e/o/onard liam louis luca= luis lukas ma/x/rc/rk/ts/tt/rco/rio/son/ksym/rkus/rtin/tteo/tthew/urice/tthias mehmet
mi/ke/tch/chel/guel/kkel/chael/khail mohammed mu/stafa/hammad mykola nathan neil ni/ls/gel/colas/kolai/cholas noah ol/af/av/eh/iver/eksandr omar
pa/ul/olo/vel/trick pe/dro/kka/ter/tro phil//ip pi/otr/erre ra/j/y/lph/ndy/ymond recep ric/k/ardo/hard ro/n/y/ger/bert/nald/berto russell ryan
sa/m/muel/ntiago scott sean serg/ei/io simon ste/ve/fan/ven/phen søren tar/as/iq ted terr/y/ence thomas tim//othy todd tom//as/ás/asz/maso tony tyler
vi/ctor/kram/ktor/ncent vladimir volodymyr w/ei/ayne/alter/arren/illiam/olfgang yu/ri/suf zach//ary`;

export const givenNamesShe = `
abigail adriana agnieszka aisha al/ice/ison/lison am/y/ber/anda/elia an/n/ja/na/ne/ita/nie/drea/gela/gelique april as/hley/trid audrey ava barbara
bet/ty/hany br/enda/idget/igitte camille car/la/ly/ol/men/olyn/oline cassandra cath/y/erine charlotte che/ryl/lsea chiara christin/a/e cla/ra/ire/udia
connie cr/ystal/istina cynthia dan/a/ielle deb/ra/orah dian/a/e do/nna/rothy el/ena/len/aine/eanor/izabeth em/ma/ily erin ev/a/elyn ewa fa/ith/tima
florence frances//ca g/ail/ina/race/reta/iulia/eorgia/iorgia ha/lyna/nnah he/idi/ike/len/ather hillary ho/pe/lly ingrid ir/ene/ina/yna isabel//la/le
ja/n/ne/mie/net/ckie/smine/cqueline jean jenn/a/y/ifer jessica jill joan//na/ne josephine joy//ce jud/y/ith juli/a/e kar/en/in
kat/e/hy/ie/hryn/rina/eryna/hleen/arzyna/herine kelly kimberly krist/en/in laur/a/en le/ila/slie li/ly/sa/nda/llian/udmyla louise luc/y/ía madison
mar/a/y/ia/ie/got/iia/tha/iana/ilyn/tina/garet małgorzata me/i/gan/lissa michel/e/le mo/lly/nica nancy naomi natali/a/e/ia ni/na/cole oksana
ol/ga/ha/ivia pa/t/ula/mela/tricia petra pilar priya r/ita/osa/uby/uth/achel/ebecca/oberta sa/ra/lly/rah/bine/ndra/mantha sh/aron/annon/irley simone
sofia sophi/a/e st/acy/ephanie su/e/san/zanne svetlana te/resa/tiana theresa tina trac/y/ey ursula vanessa ver/a/onica vi/ctoria/rginia yuki yuli/a/ia
zoe`;
