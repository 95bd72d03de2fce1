package text

import (
	"unicode/utf8"

	"github.com/kljensen/snowball/hungarian"
)

// stemAgain stems a Hungarian stem that stays long enough: the stemmer takes the end of Budapest and of dokumentum for
// one of its own, but not where Budapesten and dokumentumban have another behind it.
func stemAgain(stem string) string {
	const fewest = 4
	if again := hungarian.Stem(stem, true); utf8.RuneCountInString(again) >= fewest {
		return again
	}
	return stem
}

const hungarianForms = `álom álmot álmok; alszik aludt alvás; bátor bátrak; cukor cukrot; dolog dolgot dolgok dolgozik; ég eget egek; eszik evett ettek ételt étel;
falu falvak falvat; fekszik feküdt; fő fej; fű füvek füvet; fürdik fürdött; gyökér gyökerek gyökeret; hal halak; haj hajat;
híd hidak hidat; hisz hitt hisznek; ház házak; hó havas havat; iszik ivott ittak; jég jeget jegek; jön jött jöttek jöjjön;
kanál kanalak; kenyér kenyeret kenyerek; kerék kerekek kereket; kéz kezek kezet kezében; kő kövek követ kövek; könnyű könnyebb; köt kötött; közöl közölt közlemény;
kút kutak kutat; ló lovak lovat; lő lőtt lövés; lélek lelkek lelket; levél levelek levelet; madár madarak madarat; meghal meghalt halál halott;
megy ment mentek mennek; mű művek művet; nagyobb legnagyobb; nehéz nehezebb; név nevek nevet nevű neve; nő nők; nyár nyarak nyarat; nyer nyert nyertes;
több legtöbb; kisebb legkisebb; rosszabb legrosszabb; régebbi legrégebbi; hosszabb leghosszabb; magasabb legmagasabb; szebb legszebb; szó szavak szót szavat;
születik született születés születésű; tag tagok; tehén tehenek tehenet; tél telet telek; tesz tett tettek; tó tavak tavat; titok titkok titkot; torony tornyok tornyot; tűz tüzek tüzet; tükör tükrök tükröt;
épít épült építés; ír írt író írás; úr urak urat; út utak utat; vesz vett vettek; visz vitt vittek; víz vizek vizet; választ választott választás; vezet vezetett vezető`

const hungarianNations = `afganisztán afgán; afrika afrikai; amerika amerikai; anglia angol; argentína argentin; ausztrália ausztrál; ausztria osztrák; ázsia ázsiai; belgium belga;
brazília brazil; bulgária bolgár; csehország cseh; dánia dán; egyiptom egyiptomi; európa európai; finnország finn; franciaország francia; görögország görög; hollandia holland;
horvátország horvát; india indiai; izland izlandi; izrael izraeli; japán japánok; kanada kanadai; kína kínai; korea koreai; lengyelország lengyel;
magyarország magyar; mexikó mexikói; németország német németek; norvégia norvég; olaszország olasz; oroszország orosz; portugália portugál; románia román; skócia skót;
spanyolország spanyol; svájc svájci; svédország svéd; szerbia szerb; szíria szír; törökország török; ukrajna ukrán`

const hungarianNumbers = `2 két kettő; 3 három; 4 négy; 5 öt; 6 hat; 7 hét; 8 nyolc; 9 kilenc; 10 tíz; 11 tizenegy; 12 tizenkettő`
