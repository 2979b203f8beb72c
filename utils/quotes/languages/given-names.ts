/** Frequent given names of all the languages, in lower case; a name in both lists tells no gender. */
export const givenNamesHe = `
tomas tomás tommaso emil henrik jonas olaf olav anders erik lars mikkel søren mats nils per jussi pekka mehmet ahmet mustafa recep
aaron adam ahmed alan albert alejandro alessandro alexander alexei ali allan allen andrew andrii andriy andrzej andy angus anthony antonio arjun
arthur austin barack ben benjamin bernie bill billy bob bobby bohdan boris brad bradley brandon brett brian bruce callum carl carlos charles chris
christian christopher chuck clarence colin connor corey craig curtis dan daniel dave david dean declan dennis diego dmitry donald doug douglas dylan
ed edward elijah emmanuel enrique eric ernest ethan eugene evan felix fernando francesco francois frank fred frederick fredrick gary george gerald
giovanni glen glenn gordon graham greg gregory günter hakim hans harold harry harvey hassan henry herbert hiroshi howard hugh ian ibrahim ivan jack
jacob james jared jason javier jayden jean jeff jeffrey jeremy jerry jesse jim jin joe john johnny jon jonas jonathan jorge jose joseph josh joshua
josé joão juan julian justin jürgen karl keith ken kenji kenneth kevin khalid kirk klaus krzysztof kurt kyle lance larry lawrence lee leo leon leonard
liam lloyd logan louis luca lucas luis lukas maksym manuel marco mario mark martin marvin mason matt matteo matthew matthias maurice max michael
miguel mike mikhail milton mitch mitt mohammed muhammad mykola nathan neil nelson newt nicholas nigel nikolai noah norman oleh oleksandr oliver omar
oscar otis paolo patrick paul pavel pedro perry peter petro phil philip pierre piotr preston raj ralph rand randall randy ray raymond reggie reince
rex ricardo richard rick robert roberto rodney roger roland ron ronald ross roy ruben rudy russell ryan sam samuel scott sean sergei sergio sidney
simon stefan stephen steve steven stuart taras tariq ted terrence terry theodore thomas tim timothy todd tom tomasz tony travis troy tyler vernon
victor vikram viktor vincent vladimir volodymyr walter warren wayne wei wesley william willie wolfgang yuri yusuf zach zachary володимир олександр
андрій сергій олексій дмитро іван петро микола василь михайло юрій віктор анатолій ігор олег максим роман тарас богдан денис валерій кирило рустем
руслан вадим павло степан ярослав артем дональд еммануель олаф франсуа jarosław janusz jerzy grzegorz michał marcin marek mateusz radosław rafał
stanisław szymon władysław wojciech zbigniew jacek bogdan dariusz álvaro andrés ángel césar emilio gabriel gonzalo héctor ignacio iñigo jesús josep
luís íñigo raúl santiago vicente aurélien bernard bruno christophe claude edouard élie éric étienne fabien gérald gilles guillaume hervé jacques
jérôme laurent marc michel nicolas olivier patrice philippe sébastien stéphane thierry xavier yves bernd dieter dirk friedrich fritz gerhard gregor
heiko heinrich helmut holger horst jens jörg kai karsten lars manfred markus norbert olaf ralf rainer rolf rüdiger sigmar sven thorsten tobias torsten
ulrich uwe volker andrea antonello carlo claudio enrico fabio giancarlo gianni giorgio giuseppe guido luigi massimo maurizio mauro michele nicola
renato sandro silvio stefano vincenzo aníbal duarte gonçalo henrique ivo joaquim nuno rui tiago vasco`;

export const givenNamesShe = `
abigail agnieszka aisha alexis alice alison allison amanda amber amelia amy andrea angela angelique anita anja ann anna anne annie april ashley astrid
audrey ava barbara bethany betty beverly bonnie brenda bridget brigitte brittany camille carla carly carmen carol caroline carolyn cassandra catherine
cathy charlotte chelsea cheryl chiara christina christine claire clara connie crystal cynthia daisy dana danielle daphne dawn debbie deborah debra
deirdre denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elise elizabeth ella ellen eloise emily emma erin esther eva
evelyn ewa faith fatima florence frances francesca gail georgia gina ginger giorgia giulia gloria grace greta halyna hannah hazel heather heidi heike
helen hillary holly hope huma ingrid irene irina iryna isabel isabella ivanka jackie jacqueline jamie jan jane janet janice jasmine jean jenna
jennifer jenny jessica jill joan joanna joanne jodi josephine joy joyce juanita judith judy julia julie kara karen katarzyna kate kateryna katherine
kathleen kathryn kathy katie katrina kay kayla kelly kellyanne kim kimberly krista kristen kristin laura lauren leila lena leslie lillian lily linda
lisa liudmyla lola lori louise lucille lucy lucía lydia lynn mackenzie madison mandy marcia margaret margarita margot maria marianne marie mariia
marilyn marjorie marsha martha mary maureen maya małgorzata megan mei melania melissa mia michele michelle mildred mindy miriam molly monica nadia
nancy naomi natalia natalie nataliia nicole nina nora norma oksana olga olha olivia pam pamela pat patricia paula peggy petra phyllis pilar priscilla
priya rachel ramona rebecca regina renee rita roberta rosa rosemary roxanne ruby ruth sabine sabrina sally samantha sandra sara sarah shannon sharon
sheila sherry shirley simone sofia sophia stacy stephanie sue susan suzanne svetlana sylvia tamara tammy tara teresa tetiana theresa tiffany tina
tracey tracy ursula vanessa vera veronica victoria virginia vivian wendy yolanda yuki yulia yuliia yvonne zoe zoey олена ольга наталія ірина тетяна
юлія марія оксана світлана анна катерина людмила галина віра надія любов софія дарина вікторія анастасія урсула анналена beata danuta dorota elżbieta
hanna krystyna magda magdalena monika zofia adriana beatriz begoña cristina inés íñiga marta mercedes nuria rocío silvia soledad susana agnès anne-
marie aurore cécile christelle clémentine corinne élisabeth emmanuelle françoise isabelle laurence marine mathilde nathalie rachida sandrine ségolène
sophie valérie véronique annalena annegret birgit claudia franziska gesine hannelore ilse karin katja katrin manuela martina nicola renate ricarda
saskia silke svenja ulrike uta antonella daniela elly federica giovanna licia mara mariastella ana catarina filipa graça inês leonor mafalda mariana
marisa raquel`;
