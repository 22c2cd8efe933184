/** Danish words as minutes of a municipality use them, the most frequent first. Capitals are kept where a word always has them. */
export const frequentWords: readonly string[] = `
at og i der er en til af på for det den som med et de ikke om har var fra vi kan så men også ved skal sig eller vil blev hvor når efter nu mere over
være kun op man have havde end dette da meget få to under andre mod før denne disse får blive bliver kommer hvis anden andet går uden mellem hele
hvordan sammen deres både flere samt fordi kunne skulle ville dog gennem herunder siden selv alle derfor derudover desuden ligeledes herefter samtidig
fortsat videre allerede endnu ind ud ned hen hvad hvilke hvilken hvilket hvorvidt nogle nogen noget ingen intet mange mest mindre mindst første sidste
næste nye ny nyt god godt gode stor stort store større lille små hver hvert alt lang lange længere kort tæt tættere igen dermed hermed således dels enten
rådmanden forvaltningen kommunen udvalget byrådet magistraten direktionen borgere borgerne borgeren borger kommunens kommune kommuner kommunerne
orientering orienteringen indstillingen indstilling efterretning sagen sager sag sagerne punktet punkt mødet møde møder referat dagsorden beslutning
drøftet drøftelse drøftelsen besluttede besluttet godkendt godkendte orienterede orienteres bemærkede bemærkning bemærkninger efterspurgte bestilte
kvitterede ønskede ønsker spurgte oplyste foreslog fremhævede understregede pegede tog gav gik kom fik så lagde sagde mente
status opfølgning følger følge fulgt proces processen arbejde arbejdet arbejder arbejdes samarbejde samarbejdet indsats indsatsen indsatser indsatserne
område området områder områderne økonomi økonomien økonomisk økonomiske budget budgettet udgifter midler besparelser besparelse ressourcer
udvikling udviklingen behov behovet mulighed muligheder muligheden udfordring udfordringer udfordringen løsning løsninger løsningen resultater resultatet
data tal antal antallet andel andelen niveau niveauet kvalitet kvaliteten fokus tid tiden dag dage uge uger måned måneder år året årene
mål målet målsætning målsætningen plan planen planer strategi strategien handleplan handleplanen notat notatet brev brevet materiale materialet bilag
medarbejdere medarbejderne medarbejder ledere ledelsen ledelse leder chef chefer centerchef driftschef stabschef økonomichef forvaltningschef direktør
regionen staten ministeriet ankestyrelsen jobcentret jobcenteret sekretariatet afdelingen afdelinger afdeling tilbud tilbuddet tilbuddene
unge børn familier voksne ældre forældre forældrene barnet handicap beskæftigelse beskæftigelsen uddannelse uddannelser social sociale socialt sundhed
bolig boliger boligen botilbud bosteder virksomheder virksomhed ledige ydelser ydelse støtte hjælp behandling behandlingen rådgivning myndighed
forhold forbindelse baggrund henblik hensyn grund tilfælde tale lov loven lovgivning lovgivningen regler reglerne krav kravene ret
skrives skrevet sendes sendt udarbejdes udarbejdet fremlægges forelægges behandles behandlet drøftes besluttes godkendes tages taget gives givet
undersøges undersøgt inddrages inddraget sikres sikret sikre igangsættes igangsat iværksættes afsættes gennemføres gennemført holdes holdt laves lavet
vurderes vurderet vurderer forventes forventer forventet overvejes overvejet afventer afventes skubbes udskydes udsættes flyttes ændres ændret
tilgå finde fundet finder gøre gør gjort tage tager give giver komme se ser vise viser følges sætte sætter sat bruge bruger brug holde holder ligge ligger
lave laver arbejde løse løfte styrke fastholde bidrage understøtte prioritere prioriteres koordinere koordineres afklare afklares afklaring
orientere inddrage deltage deltager deltog indgå indgår fremgår betyder betyde forstå mangle mangler opleve oplever skabe skaber starte starter
vigtigt vigtig vigtige muligt nødvendigt nødvendige relevant relevante aktuelle aktuelt konkret konkrete tydeligt tydeligere klart klar åben åbne
positivt positive negative svært svære nemt hurtigt hurtigere snart gerne stadig særligt særlig særlige generelt generelle fælles samlet samlede
politisk politiske politikere udvalgsmødet udvalgsmøde udvalgsformanden udvalgets rådmandsmødet rådmandsmøde magistratsmødet byrådsmødet byrådsmøde
formanden formand medlemmer medlemmerne borgmesteren rådmand rådmænd rådmandens direktører pressen presse medierne kommunikation
forslag forslaget forslagene oplæg oplægget spørgsmål spørgsmålet svar svaret svare input dialog dialogen kontakt kontakten aftale aftalen aftaler aftalt
initiativer initiativ initiativet projekt projektet projekter investering investeringer ramme rammen rammer rammerne vilkår effekt effekten
konsekvenser konsekvens konsekvenserne risiko risici ansvar ansvaret opgave opgaven opgaver opgaverne rolle roller organisation organisationen
information oplysninger viden erfaringer erfaring erfaringerne evaluering evalueringen analyse analysen undersøgelse undersøgelsen rapport rapporten
overblik oversigt oversigten liste listen dokumentation dokumentationen afgørelse afgørelsen afgørelser klage klager fejl fejlen ankesager
sagsbehandling sagsbehandlingen sagsbehandlere sagsbehandler sagsbehandlingstid frist frister fristen fristerne høring høringssvar høringen
integration flygtninge ukrainere boligkapacitet kapacitet kapaciteten volumen tilgang tilgangen pres presset
dyrere billigere højere lavere bedre værre bedst dårligt dårlige flest færre bred brede lokale lokalt national nationale nationalt regionale
kommende nuværende tidligere fremtidige fremtiden fremadrettet foregående seneste senest inden indtil løbende årlig årlige årligt månedlig halvårlig
forsat først dernæst derefter efterfølgende umiddelbart naturligvis blandt omkring vedrørende grundet trods ifølge udover bortset heraf hertil hvorfor
herpå hvori hvortil hvorefter hvorimod ellers måske netop især altid aldrig ofte sjældent nogenlunde overhovedet samtidigt derimod imidlertid tilsvarende
bydele bydel byen by lokalområder skole skoler skolen dagtilbud institution institutioner døgninstitutioner plejehjem foreninger frivillige civilsamfund
januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag sommerferien efterårsferien
foråret efteråret sommeren vinteren kvartal halvår årsskiftet sommerferie ferie
kampagne kampagnen konference konferencen temadrøftelse temamøde workshop besøg besøget rundvisning arrangement arrangementet åbning
byggeri byggerier byggeriet anlæg anlægsprojekt anlægsprojekter lokaler bygning bygninger transport kørsel parkering trafik klima grøn grønne
budgetproces budgetproceduren budgetforlig budgetforhandlingerne regnskab regnskabet forbrug forbruget merforbrug mindreforbrug finansiering
personale personalet rekruttering fastholdelse sygefravær sygefraværet arbejdsmiljø kompetencer trivsel overenskomst ansættelse stilling stillinger
digitalisering digital digitale it-system system systemer systemet løsningerne kunstig intelligens sikkerhed datasikkerhed
kriterier kriterierne målgruppe målgruppen målgrupper visitation visiteres visiteret overgang overgangen forløb forløbet forebyggelse forebyggende
psykiatri psykiatrien misbrug rusmiddel rusmidler hjemløshed hjemløse udsatte udsathed sårbare anbringelse anbringelser anbragte plejefamilier efterværn
førtidspension fleksjob kontanthjælp sygedagpenge praktik løntilskud jobparate aktivering beskæftigelsesreform reform reformen reformer
omstilling omstillingen sparekatalog effektivisering reduktion reduktioner serviceniveau serviceniveauet driften drift faglig faglige fagligt fagligheden
retssikkerhed hjemvisning hjemvisninger lovmedholdelighed tilsyn tilsynet tilsynsrapport praksis praksissen principper princip procedure proceduren
repræsentanter repræsentant udpegning udpegninger råd rådet nævn ældrerådet handicaprådet integrationsrådet ungerådet bestyrelse bestyrelsen
opbakning ambition ambitioner ambitionerne perspektiv perspektiver vision holdning holdninger ønske ønsket enighed uenighed
præsentation præsenterede præsenteres præsenterede redegjorde redegørelse redegørelsen gennemgik gennemgang gennemgangen indledte afsluttede takkede roste
ærgerligt beklageligt glædeligt tilfredsstillende utilfredsstillende bekymrende interessant spændende ambitiøse ambitiøst realistisk overordnet overordnede
tidspunkt tidspunktet tidsplan tidsplanen tidsramme minutter timer time
beskrivelse beskrives beskrevet formulering formuleringen afsnit afsnittet tekst teksten udkast udkastet version endelige endelig foreløbige foreløbig
henvendelse henvendelser henvendelsen opmærksom opmærksomhed opmærksomheden bevidsthed bevidst forståelse anerkendelse bevågenhed
relation relationer relationen netværk inddragelse borgerinddragelse børneinddragelse deltagelse kvote kvoter kommissorium styregruppe arbejdsgruppe
oplever oplevelse oplevet forskel forskelle forskellige forskelligt lignende tilsvarende egne egen eget hinanden resten halvdelen procent kroner mio mia
hospital hospitaler læge læger sundhedsvæsen sundhedsreform sundhedsreformen kommunale kommunalt statslige offentlige offentligt private privat
videreføres videreføre fortsætter fortsætte forlænges udvides udvide udvidelse udvidelsen etableres etablere etablering oprettes nedlægges lukkes lukning
sammenhæng sammenhængen sammenhængende helhed helhedsorienteret tværgående tværfaglig tværfaglige koordinering koordination
tydeliggøres præciseres præcisering uddybes uddybning suppleres supplerende justeres justering justeringer tilpasses tilrettes rettes
ansøgning ansøgninger ansøge bevilling bevillinger bevillingen puljer pulje puljen tilskud fonde fonden støttemuligheder
evt ift vedr pga mhp bl.a. f.eks. dvs ca
`
  .trim()
  .split(/\s+/);

/** Words that often stand together, of the same kind of text; each line also goes on into what usually follows. */
export const frequentRuns: readonly string[] = `
i forhold til at
i forhold til den
i forhold til det
i forbindelse med
i forbindelse med at
i den forbindelse
i samarbejde med
i dialog med
i løbet af
i stedet for
i højere grad
i tråd med
i lyset af
i første omgang
i samme omgang
i næste uge
i denne uge
i øjeblikket
i gang med
i tillæg hertil
i det hele taget
i det omfang
i alt
i høj grad
i forlængelse af
i takt med
i overensstemmelse med
på baggrund af
på nuværende tidspunkt
på et senere tidspunkt
på et tidspunkt
på området
på tværs af
på vegne af
på mødet
på møderne
på næste møde
på et rådmandsmøde
på rådmandsmødet
på udvalgsmødet
på det kommende
på sigt
på længere sigt
på lang sigt
på kort sigt
på grund af
på lige fod med
på vej
på plads
på landsplan
på den anden side
med henblik på at
med henblik på
med hensyn til
med fokus på
med bemærkning om, at der
med det forbehold, at
med afsæt i
med udgangspunkt i
med undtagelse af
med andre ord
med det samme
med tak for
af hensyn til
af den grund
af sted
for at få
for at sikre
for at kunne
for så vidt angår
for tidligt at
for nylig
for fremtiden
for eksempel
til næste møde
til næste rådmandsmøde
til orientering
til rådmanden
til udvalget
til brug for
til stede
til gengæld
til efterretning
til at få
til drøftelse
ud fra
ud af
ud over
ud til
op på
op til
ved at
om det er
om der er
om der kan
om der skal
om det kan
om status på
om at få
at det er
at det skal
at det kan
at det ikke
at der er
at der skal
at der kan
at der bliver
at der ikke er
at der er behov for
at der skal laves
at der følges op
at der her er
at vi skal
at vi kan
at vi får
at vi har
at have
at være
at kunne
at få
at de
at den
at forvaltningen
at rådmanden
at borgerne
at udvalget
at kommunen
at sagen
at man
at alle
der er behov for
der er tale om
der er brug for
der er kommet
der er fortsat
der er ikke
der er en
der skal
der kan
der bliver
der blev
der arbejdes med
der arbejdes på
der arbejdes videre med
der lægges op til
der følges op på
der ikke
der har
der udarbejdes
det er vigtigt, at
det er positivt, at
det er nødvendigt
det er ikke
det er en
det er derfor
det er svært at
det er muligt at
det er besluttet
det skal
det skal undersøges, om
det kan
det vil
det vil sige
det blev aftalt, at
det blev besluttet, at
det blev foreslået, at
det blev drøftet, om
det blev drøftet, hvordan
det betyder, at
det videre arbejde
det videre forløb
det gode arbejde
den videre proces
den videre politiske proces
den kommende
den nuværende
den nye
den anden
den del af
de unge
de næste
de enkelte
de nødvendige
de forskellige
en del af
en række
en status på
en orientering om
en orientering til
en drøftelse af
en god drøftelse
en opfølgning på
en plan for
en løsning
en kort
en ny
en sag vedr.
en sag om
et brev til
et notat om
et møde med
et oplæg om
et oplæg til
et punkt om
et punkt på
et ønske om
et overblik over
et udkast til
et par
et godt
er der
er det
er ikke
er fortsat
er blevet
er kommet
er i gang med
er klar til
er vigtigt
er enige om, at
er opmærksom på
er omfattet af
er en del af
skal være
skal have
skal der
skal skrives
skal udarbejdes
skal drøftes
skal orienteres
skal inddrages
skal holdes
skal ses
skal tages
skal ske
skal med
skal på
skal også
skal ikke
skal sikres
skal undersøges
skal følges op
kan ikke
kan være
kan vi
kan der
kan få
kan bruges
kan give
kan blive
vil være
vil gerne
vil blive
vil ikke
vil have
vil der
vil kunne
vil skulle
har været
har brug for
har ikke
har en
har fået
har behov for
har mulighed for
har fokus på
kommer til at
kommer der
bliver der
bliver en del af
blev vendt
blev drøftet
blev aftalt
blev besluttet
blev orienteret om
blev udsat
går videre med
ser frem til
se på
set i lyset af
sat i gang
sætter pris på
lægger vægt på
lægger op til
lagt op til
tager udgangspunkt i
tager kontakt til
tage stilling til
tages op
taget til efterretning
få overblik over
få afklaret
følge op på
følger op på
følge udviklingen
holde fast i
holdes orienteret om
holder fast i
arbejde videre med
arbejder videre med
arbejdet med
kvitterede for det gode arbejde
kvitterede for en god
kvitterede for
takkede for
spurgte ind til
gav en status
gav en kort status på
gav en orientering om
bestilte en
bestilte et notat
bestilte en orientering
bestilte en status på
efterspurgte en
efterspurgte en status på
efterspurgte data på
efterspurgte, hvordan
ønskede en
ønskede at
pegede på, at
oplyste, at
bemærkede, at det
bemærkede, at det er
bemærkede, at der
besluttede, at der
besluttede, at
fremhævede, at
understregede, at
orienterede om
orienterede om, at
som følge af
som led i
som en del af
som også
som er
som kan
som vi
som ikke
som skal
som der
såvel som
samt hvordan
samt en
samt at
og at
og der
og det
og det er
og hvordan
og ikke
og samtidig
og kvitterede for
og besluttede, at
men det
men der er
men også
men hvor
men ikke
både i forhold til
både for
ikke kun
ikke er
ikke har
ikke kan
ikke skal
ikke længere
når der er
når det
hvis der er
hvis det
fordi der
fordi de
fordi det
herunder også
herunder hvordan
hvor der
hvor mange
hvor meget
hvordan det
hvordan der
hvordan vi
hvad der
hvor langt
mulighed for at
muligheden for at
behov for at
brug for at
ønske om at
ønsker at
fokus på
opmærksom på, at
opmærksomhed på
forventning om
status på
svar på
adgang til
overblik over
ansvar for
udfordringer med
hensyn til
inden for
inden næste
inden sommerferien
inden udgangen af
senest i
i første kvartal
efter behov
efter sommerferien
efter ferien
end det
flere steder
meget gerne
forvaltningen arbejder
forvaltningen undersøger
forvaltningen vender tilbage
udvalget orienteres
byrådet skal
borgere med
borgere i
unge med
børn og unge
unge og
social- og beskæftigelsesudvalget
sociale forhold og beskæftigelse
ingen bemærkninger
øvrige bemærkninger
`
  .trim()
  .split("\n");

/** How the at-points of an indstilling are usually put. */
export const usualRecommendations: readonly string[] = [
  "at rådmanden tager orienteringen til efterretning",
  "at rådmanden godkender ‹…›",
  "at rådmanden godkender indstillingen til ‹…›",
  "at rådmanden drøfter ‹…›",
  "at rådmanden tager stilling til ‹…›",
  "at rådmanden beslutter, ‹…›",
];
