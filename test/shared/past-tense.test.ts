import { describe, expect, it } from "vitest";
import { atPointAnswer, pastTense } from "../../shared/domain/past-tense.ts";

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
  ])("%s", (present, past) => {
    expect(pastTense(present)).toBe(past);
  });

  it.each([
    "",
    "at",
    "at rådmanden",
    "at indstillingen følges",
    "at rådmanden xyzer noget",
    "godkender",
    "at sagen, som rådmanden godkender",
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

  it("only opens the sentence when the verb is unknown", () => {
    expect(atPointAnswer(1, "at det hele går godt")).toBe("at 1) rådmanden ");
  });
});
