package speech

// Given names that tell the sex of whoever has them, the commonest of the languages that have stems and of the news.
const (
	maleNames = `
		aaron abdul abdullah abraham adam adrian ahmed al alan albert alejandro aleksandr aleksei alex alexander
		alexandre alexei alfred ali allan allen álvaro anatoly anders andré andreas andrei andrew andy ángel anthony
		antoine anton antonio anwar arne arnold arthur åge balázs barack barry bashar ben benjamin benoît bernard bernie
		bertil bill billy björn bjørn bob bobby boris brad brian bruce bruno carl carlos charles charlie chris christian
		christophe christopher chuck claude clive colin cory craig dan daniel dániel danny dave david dávid dean denis
		dennis derek diego dieter dmitri dmitry don donald doug douglas ed eddie edgar edmund eduardo edward einar elias
		elliot emil emmanuel enrique eric erik ernest eugene evan felipe felix ferenc fernando florian francis francisco
		franck françois frank franz fred frederic frederick fredrik gábor gareth gary gavin gene geoff geoffrey george
		georges gérard gerald gerard gergely gilbert giles glenn gordon graham greg gregory gunnar günter guy györgy
		håkan hans harold harry harvey hassan helmut henri henrik henry herbert hervé horace howard hugh hugo hussein
		ian ibrahim igor imre isaac istván ivan ivar jack jacob jacques jake jakob jamal james jan jános jason javier
		jay jean jeff jeffrey jens jeremy jérôme jerry jesse jesús jim jimmy joe joel johan johannes john johnny jon
		jonas jonathan jordi jörg jorge jørgen josé josef joseph josh joshua józsef juan julian julien julio jürgen
		justin karl keith ken kenneth kevin kirill kjell klaus knut konstantin kurt kyle károly lajos larry lars lászló
		laurent lawrence lee leif leo leon leonard leonid lester lewis liam louis luc lucas luis luke magnus malcolm
		manuel marc marcel marco marcus mario mark markus martin márton mathieu mats matt matthew maurice max maxim
		michael michel mihály mikael mike mikhail miguel miklós mitch mitt mohamed mohammad mohammed morten muhammad
		nathan neil nelson nicholas nick nicolas nigel nikita nikolai niklas nils noah norman ola olaf olav ole oleg
		oliver olivier omar oscar oskar östen otto owen øystein pablo pascal patrick paul pavel pedro per péter peter
		petter phil philip philippe pierre pål rafael ralph ramón randy raphaël raúl ray raymond recep ricardo richard
		rick rob robby robert roberto robin rod roger roland roman ron ronald rory roy rune rupert russell ryan salman
		sam samuel sándor scott sean sebastian sébastien serge sergei sergey sergio sidney simon stanley stefan stéphane
		stephen steve steven stig stuart sven tamás ted terje terry theodore thierry thomas tibor tim timothy tobias
		todd tom tommy tony tor tore torsten trevor trygve ulf valery vasily viktor vincent vitaly vladimir walter
		warren wayne werner wilhelm will william wolfgang xavier yann yuri yves zoltán zsolt александр алексей анатолий
		андрей антон борис вадим валентин валерий василий виктор виталий владимир владислав вячеслав геннадий георгий
		григорий дмитрий евгений иван игорь илья кирилл константин леонид максим михаил никита николай олег павел пётр
		петр роман сергей станислав степан фёдор юрий яков ярослав`

	femaleNames = `
		abigail agnes aisha alexandra alice alison allison amanda amélie amy ana andrea angela ángela angelina anita ann
		anna anne anneli annette annie astrid audrey aurélie barbara beatrice berit beth betty beverly birgit bonnie
		brenda brigitte britt britta camille carina carla carly carmen carol carole caroline carolyn catherine cathy
		cecilia céline charlotte cheryl chloé christina christine cindy claire clara claudia colleen cristina cynthia
		dagny daisy deborah debbie denise diana diane dolores donna doris dorothy edit edith eileen elaine eleanor elena
		elin elisabeth élisabeth eliza elizabeth ella ellen elsa emilia emily emma erika erin erzsébet esther eszter eva
		éva eve evelyn fanny fatima fiona florence frances françoise gabriela gail gina ginger gisela gloria grethe gro
		gudrun gunilla hanna hannah harriet heather heidi helen helena hélène henriette hilary hilde hillary holly ida
		ildikó ilona inga inger ingrid irene irina isabel isabelle ivanka jackie jacqueline jane janet janice jean
		jeanne jennifer jenny jessica jill joan joanna jocelyn josephine joyce juanita judith judy julia julie juliette
		karen kari karin karolina kate katharina katherine kathleen kathryn kathy katie katrin kerstin kim kirsten
		kristen kristin kristina krisztina laura lauren laurence lena leslie lidia lillian linda lisa lisbeth liv
		loretta lori lotta louise lucía lucy luise lydia lynn mabel madeleine madeline magdalena maggie malin margaret
		margareta margit margot maria maría mária marianne marie marilyn marina marine marion marit marta martha mary
		maureen megan megyn melania melissa mercedes merete mette michelle mildred mónica monica monika monique mónika
		nadia nancy natalia natalie nathalie nicole nikki nina nora norma olga olivia pamela pat patricia paula pauline
		peggy penny phyllis pia pilar rachel ragnhild raquel rebecca rhonda rita roberta rosa rosalind rose rosie ruth
		sabine sally samantha sandra sara sarah sharon sheila shirley signe sigrid silje silvia simone siri siv sofia
		solveig sonia sophia sophie stella stephanie stéphanie susan susana susanne suzanne svetlana sylvia sylvie tara
		tatiana teresa theresa tina torill tracy turid unni ursula valérie vanessa vera veronica véronique victoria
		viktória violet virginia virginie vivian wendy yvonne zsuzsa zsuzsanna александра алла анастасия ангелина анна
		валентина вера виктория галина дарья евгения екатерина елена елизавета зинаида ирина ксения лариса лидия любовь
		людмила марина мария надежда наталия наталья нина оксана ольга полина раиса светлана софия софья тамара татьяна
		юлия`
)
