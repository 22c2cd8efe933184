/** The look of the HTML file, after that of the PDF; on paper it breaks as the PDF does. Its hash stands in the file's own policy. */
export const pageStyle = `
html { color: #1a1d21; background: #fff; font: 17px/1.55 "Segoe UI", system-ui, -apple-system, "Source Sans 3", "Noto Sans", sans-serif; }
body { max-width: 44rem; margin: 3.5rem auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, .organisation, .group { color: #14365c; }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 3rem 0 1.2rem; padding-bottom: .35rem; border-bottom: 1px solid #14365c; font-size: 1.35rem; font-weight: 600; }
h2.item { padding: 0; border: 0; }
.item { margin: 2.4rem 0 .7rem; font-size: 1.15rem; font-weight: 600; line-height: 1.35; }
.category + .item { margin-top: 1.4rem; }
p, ul, ol { margin: 0 0 .8rem; }
ul, ol { padding-left: 1.6rem; }
li { margin-bottom: .3rem; }
li > ul, li > ol { margin: .3rem 0; }
a { color: #14365c; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid #14365c; outline-offset: 2px; }
.organisation { margin: 0 0 .6rem; font-size: .9rem; font-weight: 600; }
.kicker { margin: 0 0 1.2rem; color: #5a636b; font-size: .95rem; }
.notice, .mark { color: #8a2a12; font-size: .85rem; font-weight: 600; }
table { width: 100%; padding: .6rem 0; border-top: 2px solid #14365c; border-bottom: 1px solid #c5ccd3; border-spacing: 0; }
th, td { padding: .25rem 0; text-align: left; vertical-align: top; }
th { width: 8rem; padding-right: 1rem; color: #5a636b; font-weight: 400; overflow-wrap: normal; }
nav ul { padding: 0; list-style: none; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.group { margin: 1.2rem 0 .5rem; font-weight: 600; }
.decision { margin: 1rem 0; padding: .8rem 1rem .2rem; border-left: 3px solid #14365c; background: #f1f4f8; }
.decision h3, .decision h4 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 600; }
.at { padding-left: 2.9rem; text-indent: -2.9rem; }
.at > span { display: inline-block; min-width: 2.6rem; text-indent: 0; }
p.under { margin-left: 2.9rem; }
ul.under, ol.under { padding-left: 4.5rem; }
.bilag { padding: 0; color: #5a636b; font-size: .88rem; list-style: none; }
footer { margin-top: 3.5rem; padding-top: .5rem; border-top: 1px solid #c5ccd3; color: #5a636b; font-size: .85rem; }
@media print {
  @page { size: A4; margin: 25mm; }
  html { font-size: 10.5pt; }
  body { max-width: none; margin: 0; padding: 0; }
  h1, h2, h3, h4, .mark { break-after: avoid; }
  p:has(+ ol) { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  nav a { color: inherit; }
  .decision { print-color-adjust: exact; }
}
`;
