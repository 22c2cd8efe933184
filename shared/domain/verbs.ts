/**
 * Verbs of indstillinger and decisions by their present: past, and participle where it is not made from the past. Source: domain.md,
 * idioms of a decision, and the ordinary verbs of a rådmandsmøde.
 */
const table = `
afgiver afgav afgivet, afgør afgjorde afgjort, afholder afholdt, afklarer afklarede, afslutter afsluttede, afsætter afsatte, aftaler aftalte,
afventer afventede, afviser afviste, ændrer ændrede, anbefaler anbefalede, anerkender anerkendte, anmoder anmodede, ansøger ansøgte,
arbejder arbejdede, bakker bakkede, beder bad bedt, behandler behandlede, bekræfter bekræftede, bemærker bemærkede, bemyndiger bemyndigede,
beslutter besluttede, bestiller bestilte, bidrager bidrog bidraget, bifalder bifaldt bifaldet, bevilger bevilgede, bliver blev blevet, bringer bragte, deler delte, drøfter drøftede,
efterlyser efterlyste, efterspørger efterspurgte, fastholder fastholdt, fastlægger fastlagde, fastsætter fastsatte, finder fandt fundet,
følger fulgte, forelægger forelagde, forkaster forkastede, foreslår foreslog foreslået, foretrækker foretrak foretrukket, forholder forholdt, fortsætter fortsatte,
fremhæver fremhævede, fremlægger fremlagde, fremsender fremsendte, frigiver frigav frigivet, får fik fået, genoptager genoptog genoptaget,
gennemfører gennemførte, gennemgår gennemgik gennemgået, giver gav givet, godkender godkendte, godtager godtog godtaget, går gik gået,
henstiller henstillede, henviser henviste, hilser hilste, hører hørte, igangsætter igangsatte, imødekommer imødekom imødekommet, indfører indførte,
indgår indgik indgået, indkalder indkaldte, inddrager inddrog inddraget, indstiller indstillede, iværksætter iværksatte, konkluderer konkluderede,
kommer kom kommet, lader lod ladet, lægger lagde, lytter lyttede, meddeler meddelte, medtager medtog medtaget, modtager modtog modtaget, mener mente, nedsætter nedsatte,
nævner nævnte, opfordrer opfordrede, ophæver ophævede, opretter oprettede, optager optog optaget, overvejer overvejede, oplever oplevede,
oplyser oplyste, oversender oversendte, peger pegede, påpeger påpegede, pålægger pålagde, roser roste, ser så set, sender sendte, siger sagde, stiller stillede,
skriver skrev skrevet, spørger spurgte, støtter støttede, sætter satte, søger søgte, tager tog taget, takker takkede, tilbyder tilbød tilbudt,
tilkendegiver tilkendegav tilkendegivet, tillader tillod tilladt, tilslutter tilsluttede, tiltræder tiltrådte, træffer traf truffet,
trækker trak trukket, udarbejder udarbejdede, udpeger udpegede, undlader undlod undladt, udsætter udsatte, udskyder udskød udskudt, udtaler udtalte, udtrykker udtrykte, udvælger udvalgte,
underskriver underskrev underskrevet, understreger understregede, undersøger undersøgte, vælger valgte, vedtager vedtog vedtaget,
vender vendte, videreformidler videreformidlede, viderefører videreførte, videresender videresendte, viser viste, ønsker ønskede
`;

type Verb = { past: string; participle: string };

const verbs = new Map<string, Verb>(
  table.split(",").map((entry) => {
    const [present = "", past = "", participle = participleOf(past)] = entry.trim().split(/\s+/);
    return [present, { past, participle }];
  }),
);

function participleOf(past: string): string {
  return past.replace(/ede$/, "et").replace(/te$/, "t").replace(/tt$/, "t").replace(/de$/, "t");
}

/** The verb whose present is given, or null when it is not known for certain. Verbs in -ere are all regular. */
export function verbOfPresent(present: string): Verb | null {
  const known = verbs.get(present);
  if (known !== undefined) return known;
  return /^\p{Ll}{2,}erer$/u.test(present) ? { past: `${present.slice(0, -1)}de`, participle: `${present.slice(0, -1)}t` } : null;
}

/** "godkende", without its "at". */
export function verbOfInfinitive(infinitive: string): Verb | null {
  return verbOfPresent(`${infinitive}r`) ?? (infinitive.endsWith("e") ? verbOfPresent(infinitive.slice(0, -1)) : null);
}

/** "godkendes": is being approved. */
export function verbOfPassive(passive: string): Verb | null {
  return passive.endsWith("s") ? verbOfInfinitive(passive.slice(0, -1)) : null;
}
