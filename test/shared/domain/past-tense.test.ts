import { describe, expect, it } from "vitest";
import { atPointAnswer, doubtfulVerb, pastTense } from "../../../shared/domain/past-tense.ts";
import { refinements } from "../../../shared/domain/refinements.ts";
import { verbOfInfinitive, verbOfPassive, verbOfPresent } from "../../../shared/domain/verbs.ts";

describe("pastTense", () => {
  it.each([
    ["at rådmanden tager orienteringen til efterretning", "rådmanden tog orienteringen til efterretning."],
    ["1. at rådmanden tager orienteringen til efterretning.", "rådmanden tog orienteringen til efterretning."],
    ["1) at Rådmanden godkender udviklingssporene", "rådmanden godkendte udviklingssporene."],
    ["1) Rådmanden tager orienteringen til efterretning", "rådmanden tog orienteringen til efterretning."],
    ["at rådmanden godkender orienteringsbrevet til Ankestyrelsen", "rådmanden godkendte orienteringsbrevet til Ankestyrelsen."],
    ["at rådmanden beslutter, at sagen drøftes", "rådmanden besluttede, at sagen drøftes."],
    ["at rådmanden drøfter udkastet", "rådmanden drøftede udkastet."],
    ["at rådmanden orienterer sig i notatet", "rådmanden orienterede sig i notatet."],
    ["at rådmanden giver en tilbagemelding", "rådmanden gav en tilbagemelding."],
    ["at rådmanden ønsker en status", "rådmanden ønskede en status."],
    ["at rådmanden bemærker tallene", "rådmanden bemærkede tallene."],
    ["at rådmanden prioriterer indsatsen", "rådmanden prioriterede indsatsen."],
    ["at rådmand Kristian Würtz godkender brevet", "rådmand Kristian Würtz godkendte brevet."],
    [
      "at rådmanden tager orienteringen til efterretning og godkender brevet,",
      "rådmanden tog orienteringen til efterretning og godkendte brevet.",
    ],
    [
      "at rådmanden godkender, at forvaltningen arbejder videre og drøfter sagen",
      "rådmanden godkendte, at forvaltningen arbejder videre og drøfter sagen.",
    ],
    [
      "at rådmanden godkender det anbefalede koncept for opfølgning på budgettet",
      "rådmanden godkendte det anbefalede koncept for opfølgning på budgettet.",
    ],
    ["at Social- og Beskæftigelsesudvalget tager sagen til efterretning", "Social- og Beskæftigelsesudvalget tog sagen til efterretning."],
    ["at rådmanden tager stilling til, om sagen forelægges", "rådmanden tog stilling til, om sagen forelægges."],
    ["at rådmanden efterspørger tal og bestiller et notat", "rådmanden efterspurgte tal og bestilte et notat."],
    ["at rådmanden udskyder sagen", "rådmanden udskød sagen."],
    ["at rådmanden kvitterer for arbejdet", "rådmanden kvitterede for arbejdet."],
    ["at orienteringen tages til efterretning", "orienteringen blev taget til efterretning."],
    ["at indstillingen godkendes", "indstillingen blev godkendt."],
    ["at den reviderede plan for 2026 drøftes", "den reviderede plan for 2026 blev drøftet."],
    ["at godkende brevet og tage notatet til efterretning", "rådmanden godkendte brevet og tog notatet til efterretning."],
    ["1. drøfte sagen, som den foreligger", "rådmanden drøftede sagen, som den foreligger."],
    [
      "at rådmanden tager status til efterretning, drøfter handlemulighederne og godkender den videre proces",
      "rådmanden tog status til efterretning, drøftede handlemulighederne og godkendte den videre proces.",
    ],
    [
      "at rådmanden tager orienteringen om status til efterretning, og at rådmanden godkender processen",
      "rådmanden tog orienteringen om status til efterretning, og at rådmanden godkendte processen.",
    ],
    [
      "at rådmanden tager orienteringen om 10 %-målsætningen til efterretning og godkender processen",
      "rådmanden tog orienteringen om 10 %-målsætningen til efterretning og godkendte processen.",
    ],
    ["at rådmanden drøfter planen, budgettet og godkender processen", "rådmanden drøftede planen, budgettet og godkendte processen."],
    ["at rådmanden godkender planen, samt drøfter budgettet", "rådmanden godkendte planen, samt drøftede budgettet."],
    ["at rådmanden tager status, planer og tal til efterretning", "rådmanden tog status, planer og tal til efterretning."],
    [
      "at rådmanden tager status for 2. kvartal til efterretning og drøfter planen",
      "rådmanden tog status for 2. kvartal til efterretning og drøftede planen.",
    ],
    ["at orienteringen om status tages til efterretning", "orienteringen om status blev taget til efterretning."],
    ["at orienteringen tages til efterretning og drøftes", "orienteringen blev taget til efterretning og drøftet."],
    ["at indstillingen godkendes og sendes til byrådet", "indstillingen blev godkendt og sendes til byrådet."],
    ["at rådmanden beslutter om planen holder og drøfter den", "rådmanden besluttede om planen holder og drøfter den."],
    ["at rådmanden godkender planen, og at byrådet drøfter den", "rådmanden godkendte planen, og at byrådet drøfter den."],
    [
      "at rådmanden beslutter, hvilke mål forvaltningen arbejder med og drøfter",
      "rådmanden besluttede, hvilke mål forvaltningen arbejder med og drøfter.",
    ],
    [
      "at rådmanden tager orienteringen til efterretning, herunder godkender budgettet",
      "rådmanden tog orienteringen til efterretning, herunder godkendte budgettet.",
    ],
    ["at rådmanden drøfter planen, herunder budgettet for 2026", "rådmanden drøftede planen, herunder budgettet for 2026."],
    ["2. at forvaltningen arbejder videre med planen", "rådmanden godkendte, at forvaltningen arbejder videre med planen."],
    ["at der gives en status til sommer", "rådmanden godkendte, at der gives en status til sommer."],
    ["at der godkendes en plan", "rådmanden godkendte, at der godkendes en plan."],
    ["at FAS skal udarbejde et notat, og at det sendes", "rådmanden godkendte, at FAS skal udarbejde et notat, og at det sendes."],
    ["at indstillingen følges", "rådmanden godkendte, at indstillingen følges."],
  ])("%s", (present, past) => {
    expect(pastTense(present)).toBe(past);
  });

  it.each([
    "",
    "at",
    "at rådmanden",
    "at rådmanden xyzer noget",
    "godkender",
    "at sagen, som rådmanden godkender",
    "at handleplanen for 2026",
    "forvaltningen arbejder videre med planen",
  ])("leaves what it is not certain of: %s", (text) => {
    expect(pastTense(text)).toBeNull();
  });
});

describe("atPointAnswer", () => {
  it("numbers the answer", () => {
    expect(atPointAnswer(2, "at rådmanden tager orienteringen til efterretning")).toBe(
      "at 2) rådmanden tog orienteringen til efterretning.",
    );
  });

  it("only opens the sentence when it finds no verb", () => {
    expect(atPointAnswer(1, "at handleplanen for 2026")).toBe("at 1) rådmanden ");
    expect(doubtfulVerb("at handleplanen for 2026")).toBeNull();
    expect(atPointAnswer(1, "at rådmandens bemærkninger indarbejdes")).toBe(
      "at 1) rådmanden godkendte, at rådmandens bemærkninger indarbejdes.",
    );
  });

  it("leaves a verb it does not know as it stands, and tells which", () => {
    expect(atPointAnswer(1, "1. at rådmanden hylder indsatsen")).toBe("at 1) rådmanden hylder indsatsen.");
    expect(doubtfulVerb("1. at rådmanden hylder indsatsen")).toBe("hylder");
    expect(doubtfulVerb("at rådmanden tager orienteringen til efterretning")).toBeNull();
  });
});

describe("refinements", () => {
  it("gives every way to answer a point", () => {
    expect(refinements(2, "at rådmanden godkender brevet").map(({ kind, text }) => [kind, text])).toEqual([
      ["plain", "at 2) rådmanden godkendte brevet."],
      ["remark", "at 2) rådmanden godkendte brevet med bemærkning om, at ‹…›."],
      ["proviso", "at 2) rådmanden godkendte brevet med det forbehold, at ‹…›."],
      ["decided", "at 2) rådmanden godkendte brevet og besluttede, at ‹…›."],
      ["postponed", "at 2) rådmanden udsatte punktet."],
      ["undecided", "at 2) rådmanden tog ikke stilling til punktet."],
    ]);
  });

  it("has only those without a verb of the indstilling when that is not known", () => {
    expect(refinements(1, "at rådmanden hylder indsatsen").map(({ kind }) => kind)).toEqual(["postponed", "undecided"]);
  });
});

describe("every verb of the table", () => {
  it.each([
    ["tager", "tog", "taget"],
    ["godkender", "godkendte", "godkendt"],
    ["udarbejder", "udarbejdede", "udarbejdet"],
    ["tiltræder", "tiltrådte", "tiltrådt"],
    ["fastlægger", "fastlagde", "fastlagt"],
    ["udskyder", "udskød", "udskudt"],
    ["afgør", "afgjorde", "afgjort"],
    ["prioriterer", "prioriterede", "prioriteret"],
  ])("%s, %s, %s", (present, past, participle) => {
    expect(verbOfPresent(present)).toEqual({ past, participle });
  });

  it("is known by its infinitive and passive too", () => {
    expect(verbOfInfinitive("afgøre")?.past).toBe("afgjorde");
    expect(verbOfPassive("afgøres")?.participle).toBe("afgjort");
    expect(verbOfPassive("gennemgås")?.participle).toBe("gennemgået");
    expect(verbOfPresent("hylder")).toBeNull();
    expect(verbOfPassive("altid")).toBeNull();
  });
});
