import { describe, expect, it } from "vitest";
import { type AttendanceEntry, attendanceLines } from "../../../shared/domain/attendance.ts";

const entry = (name: string, status: AttendanceEntry["status"], reason = "", itemId: string | null = null): AttendanceEntry => ({
  ...{ name, status, reason, itemId },
});
const lines = (...entries: AttendanceEntry[]) => attendanceLines(entries, (itemId) => (itemId === "three" ? 3 : null));

describe("attendanceLines", () => {
  it("prints nothing where nobody has said who was there", () => {
    expect(lines()).toEqual({ present: [], absent: [] });
  });

  it("names those who were there once, in the order given, and who came and left when", () => {
    expect(
      lines(
        entry("Rådmand Anders Winnerskjold", "present"),
        entry("Bine Jenshøj", "arrived", "", "three"),
        entry("Bine Jenshøj", "left", "andet møde", "three"),
        entry("Michael Justesen", "left"),
        entry("Louise Rohde", "absent", "forhindret"),
        entry("Kim", "arrived", "", "gone"),
      ),
    ).toEqual({
      present: [
        "Rådmand Anders Winnerskjold, Bine Jenshøj, Michael Justesen, Kim.",
        "Bine Jenshøj kom til under punkt 3.",
        "Bine Jenshøj forlod mødet under punkt 3 (andet møde).",
        "Michael Justesen gik før mødet sluttede.",
        "Kim kom senere.",
      ],
      absent: ["Louise Rohde var forhindret."],
    });
  });

  it.each([
    ["forhindret", "Stabschef Louise Rohde var forhindret."],
    ["Forhindret.", "Stabschef Louise Rohde var forhindret."],
    ["", "Stabschef Louise Rohde var fraværende."],
    ["ferie", "Stabschef Louise Rohde var på ferie."],
    ["på kursus i Odense", "Stabschef Louise Rohde var på kursus i Odense."],
    ["til møde i KL", "Stabschef Louise Rohde var til møde i KL."],
    ["pga. sygdom", "Stabschef Louise Rohde var fraværende pga. sygdom."],
    ["barns første sygedag", "Stabschef Louise Rohde var fraværende (barns første sygedag)."],
    ["ideer", "Stabschef Louise Rohde var fraværende (ideer)."],
  ])("says why in a sentence: %s", (reason, sentence) => {
    expect(lines(entry("Stabschef Louise Rohde", "absent", reason)).absent).toEqual([sentence]);
  });
});
