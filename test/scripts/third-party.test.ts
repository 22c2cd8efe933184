import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const { shippedPackages, thirdPartyText } = (await import("../../scripts/third-party.mjs" as string)) as {
  shippedPackages(): { name: string; licence: string }[];
  thirdPartyText(): string;
};

const allowed =
  /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|MPL-1\.1|OFL-1\.1|0BSD|CC0-1\.0|Python-2\.0|W3C-20150513|BlueOak-1\.0\.0)$/;

/** Every part of an AND, and of each OR at least one, is a licence that may be taken. */
const mayShip = (licence: string): boolean =>
  licence
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((part) => part.split(" OR ").some((each) => allowed.test(each.trim())));
/^\(?(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|MPL-1\.1|OFL-1\.1|0BSD|CC0-1\.0|Python-2\.0)( (OR|AND) [A-Za-z0-9.-]+\)?)*$/;

it("lists every shipped package, as the lockfile has it", () => {
  expect(readFileSync("THIRD-PARTY.md", "utf8")).toBe(thirdPartyText());
});

it("ships only under licences that go with MPL-2.0", () => {
  expect(shippedPackages().filter(({ licence }) => !mayShip(licence))).toEqual([]);
});

it("keeps addresses and install scripts out of the lockfile", () => {
  const lock = readFileSync("package-lock.json", "utf8");
  expect(lock).not.toContain('"resolved"');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; optional?: boolean }> };
  const withScripts = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript && !entry.dev && !entry.optional);
  expect(withScripts.map(([path]) => path)).toEqual([]);
});
