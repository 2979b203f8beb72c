/** Frequent given names of all the languages, in lower case; a name in both lists tells no gender. */
export const givenNamesHe = `
tomas tomás tommaso emil henrik jonas olaf olav anders erik lars mikkel søren mats nils per jussi pekka mehmet ahmet mustafa recep aaron adam ahmed
alan albert alejandro alessandro alexander alexei ali allan allen andrew andrii andriy andrzej andy anthony antonio arjun arthur austin ben
benjamin bernie bill billy bob bobby bohdan boris brad bradley brandon brett brian bruce carl carlos charles chris christian christopher chuck colin
corey craig dan daniel dave david dean dennis diego dmitry donald doug douglas dylan ed edward emmanuel enrique eric ernest ethan eugene evan felix
fernando francesco francois frank fred frederick fredrick gary george giovanni glen glenn gordon graham greg gregory günter hakim hans harold harry
hassan henry hiroshi howard hugh ian ibrahim ivan jack jacob james jared jason javier jean jeff jeffrey jeremy jerry jesse jim jin joe john johnny jon
jonathan jorge jose joseph josh joshua josé joão juan julian justin jürgen karl keith ken kenji kenneth kevin khalid kirk klaus krzysztof kurt kyle
lance larry lawrence lee leo leonard liam louis luca lucas luis lukas maksym marco mario mark martin mason matt matteo matthew matthias maurice max
michael miguel mike mikhail mitch mohammed muhammad mykola nathan neil nicholas nigel nikolai noah oleh oleksandr oliver omar paolo patrick
paul pavel pedro peter petro phil philip pierre piotr raj ralph randy ray raymond ricardo richard rick robert roberto roger ron ronald roy
russell ryan sam samuel scott sean sergei sergio simon stefan stephen steve steven taras tariq ted terrence terry thomas tim timothy todd tom tomasz
tony tyler victor vikram viktor vincent vladimir volodymyr walter warren wayne wei william wolfgang yuri yusuf zach zachary володимир олександр андрій
сергій олексій дмитро іван петро микола василь михайло юрій віктор анатолій ігор олег максим роман тарас богдан денис валерій кирило рустем руслан
вадим павло степан ярослав артем дональд еммануель олаф франсуа jarosław janusz jerzy grzegorz michał marcin marek mateusz radosław rafał stanisław
szymon władysław wojciech zbigniew jacek bogdan dariusz álvaro andrés ángel césar emilio gabriel gonzalo héctor ignacio iñigo jesús josep luís íñigo
raúl santiago vicente aurélien bernard bruno christophe claude edouard élie éric étienne fabien gérald gilles guillaume hervé jacques jérôme laurent
marc michel nicolas olivier patrice philippe sébastien stéphane thierry xavier yves bernd dieter dirk friedrich fritz gerhard gregor heiko heinrich
helmut holger horst jens jörg kai karsten manfred markus norbert ralf rainer rolf rüdiger sigmar sven thorsten tobias torsten ulrich uwe volker andrea
antonello carlo claudio enrico fabio giancarlo gianni giorgio giuseppe guido luigi massimo maurizio mauro michele nicola renato sandro silvio stefano
vincenzo aníbal duarte gonçalo henrique ivo joaquim nuno rui tiago vasco`;

export const givenNamesShe = `
abigail agnieszka aisha alice alison allison amanda amber amelia amy andrea angela angelique anita anja ann anna anne annie april ashley astrid audrey
ava barbara bethany betty brenda bridget brigitte camille carla carly carmen carol caroline carolyn cassandra catherine cathy charlotte chelsea cheryl
chiara christina christine claire clara connie crystal cynthia dana danielle deborah debra diana diane donna dorothy elaine eleanor elena elizabeth
ellen emily emma erin eva evelyn ewa faith fatima florence frances francesca gail georgia gina giorgia giulia grace greta halyna hannah heather heidi
heike helen hillary holly hope ingrid irene irina iryna isabel isabella jackie jacqueline jamie jan jane janet jasmine jean jenna jennifer
jenny jessica jill joan joanna joanne josephine joy joyce judith judy julia julie karen katarzyna kate kateryna katherine kathleen kathryn kathy katie
katrina kelly kimberly kristen kristin laura lauren leila leslie lillian lily linda lisa liudmyla louise lucy lucía madison margaret margot
maria marie mariia marilyn martha mary małgorzata megan mei melissa michele michelle molly monica nancy naomi natalia natalie nataliia nicole
nina oksana olga olha olivia pamela pat patricia paula petra pilar priya rachel rebecca rita roberta rosa ruby ruth sabine sally samantha sandra sara
sarah shannon sharon shirley simone sofia sophia stacy stephanie sue susan suzanne svetlana teresa tetiana theresa tina tracey tracy ursula vanessa
vera veronica victoria virginia yuki yulia yuliia zoe олена ольга наталія ірина тетяна юлія марія оксана світлана анна катерина людмила галина віра
надія любов софія дарина вікторія анастасія урсула анналена beata danuta dorota elżbieta hanna krystyna magda magdalena monika zofia adriana beatriz
begoña cristina inés íñiga marta mercedes nuria rocío silvia soledad susana agnès anne- aurore cécile christelle clémentine corinne élisabeth
emmanuelle françoise isabelle laurence marine mathilde nathalie rachida sandrine ségolène sophie valérie véronique annalena annegret birgit claudia
franziska gesine hannelore ilse karin katja katrin manuela martina nicola renate ricarda saskia silke svenja ulrike uta antonella daniela elly
federica giovanna licia mara mariastella ana catarina filipa graça inês leonor mafalda mariana marisa raquel`;
