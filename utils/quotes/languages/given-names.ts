/** Frequent given names that readers of any language meet, in lower case; a name in both lists tells no gender. */
export const givenNamesHe = `
tomas tomás tommaso emil henrik jonas olaf olav anders erik lars mikkel søren mats nils jussi pekka mehmet ahmet mustafa recep aaron adam ahmed
alan albert alejandro alessandro alexander alexei ali allan allen andrew andrii andriy andrzej andy anthony antonio arjun arthur austin ben benjamin
bernie bill billy bob bobby bohdan boris brad bradley brandon brett brian bruce carl carlos charles chris christian christopher chuck colin corey
craig dan daniel dave david dean dennis diego dmitry donald doug douglas dylan ed edward emmanuel enrique eric ernest ethan eugene evan felix fernando
francesco francois frank fred frederick fredrick gary george giovanni glen glenn gordon graham greg gregory günter hakim hans harold harry hassan
henry hiroshi howard hugh ian ibrahim ivan jack jacob james jared jason javier jean jeff jeffrey jeremy jerry jesse jim jin joe john johnny jon
jonathan jorge jose joseph josh joshua josé joão juan julian justin jürgen karl keith ken kenji kenneth kevin khalid kirk klaus krzysztof kurt kyle
lance larry lawrence lee leo leonard liam louis luca lucas luis lukas maksym marco mario mark martin mason matt matteo matthew matthias maurice max
michael miguel mike mikhail mitch mohammed muhammad mykola nathan neil nicholas nigel nikolai noah oleh oleksandr oliver omar paolo patrick paul pavel
pedro peter petro phil philip pierre piotr raj ralph randy ray raymond ricardo richard rick robert roberto roger ron ronald roy russell ryan sam
samuel scott sean sergei sergio simon stefan stephen steve steven taras tariq ted terrence terry thomas tim timothy todd tom tomasz tony tyler victor
vikram viktor vincent vladimir volodymyr walter warren wayne wei william wolfgang yuri yusuf zach zachary gabriel marc bruno bernard claude nicolas jacques michel santiago giuseppe giorgio markus`;

export const givenNamesShe = `
abigail agnieszka aisha alice alison allison amanda amber amelia amy andrea angela angelique anita anja ann anna anne annie april ashley astrid audrey
ava barbara bethany betty brenda bridget brigitte camille carla carly carmen carol caroline carolyn cassandra catherine cathy charlotte chelsea cheryl
chiara christina christine claire clara connie crystal cynthia dana danielle deborah debra diana diane donna dorothy elaine eleanor elena elizabeth
ellen emily emma erin eva evelyn ewa faith fatima florence frances francesca gail georgia gina giorgia giulia grace greta halyna hannah heather heidi
heike helen hillary holly hope ingrid irene irina iryna isabel isabella jackie jacqueline jamie jan jane janet jasmine jean jenna jennifer jenny
jessica jill joan joanna joanne josephine joy joyce judith judy julia julie karen katarzyna kate kateryna katherine kathleen kathryn kathy katie
katrina kelly kimberly kristen kristin laura lauren leila leslie lillian lily linda lisa liudmyla louise lucy lucía madison margaret margot maria
marie mariia marilyn martha mary małgorzata megan mei melissa michele michelle molly monica nancy naomi natalia natalie nataliia nicole nina oksana
olga olha olivia pamela pat patricia paula petra pilar priya rachel rebecca rita roberta rosa ruby ruth sabine sally samantha sandra sara sarah
shannon sharon shirley simone sofia sophia stacy stephanie sue susan suzanne svetlana teresa tetiana theresa tina tracey tracy ursula vanessa vera
veronica victoria virginia yuki yulia yuliia zoe isabelle sophie claudia cristina adriana mariana karin martina mara`;
