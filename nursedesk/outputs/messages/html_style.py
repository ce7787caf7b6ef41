"""How a ticket's page looks: black on white, like the printed form, on a screen and on Letter or A4."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 13px; }
body { margin: 0; background: #eef1f4; color: #000; font: 1rem/1.4 "Inter", "Segoe UI", Roboto, Arial, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { width: 1000px; max-width: 100%; margin: 24px auto; padding: 44px 52px; background: #fff;
  border: 1px solid #d5dbe1; overflow-wrap: break-word; }
h1, h2, p, dl, dd, dt { margin: 0; }
h1 { font-size: 1.846rem; line-height: 1.2; }
h2 { font-size: 1.077rem; margin: 18px 0 5px; }
small, .quiet { font-size: 0.885rem; font-weight: 400; color: #333; }
header { display: flex; gap: 22px; align-items: flex-start; margin-bottom: 16px; }
.site { flex: 1; }
.site .name { font-size: 1.154rem; font-weight: 600; }
.status { border: 2px solid #000; border-radius: 4px; padding: 6px 16px; text-align: center; }
.status.draft { border-style: dashed; }
.status strong { display: block; font-size: 1.385rem; letter-spacing: .06em; }
.status span { font-size: 0.885rem; }
.barcode { width: 23rem; text-align: center; }
.barcode svg { display: block; width: 100%; height: 4rem; }
.barcode p { font-weight: 700; letter-spacing: .12em; margin-top: 2px; }
.barcode p.quiet { font-weight: 400; letter-spacing: 0; }
.grid { border: 1px solid #000; }
.row { display: grid; grid-template-columns: repeat(72, minmax(0, 1fr)); }
.row + .row { border-top: 1px solid #000; }
.row > div { padding: 5px 9px 6px; }
.row > div + div { border-left: 1px solid #000; }
dt { font-size: 0.846rem; color: #333; }
.row dd { font-size: 1.115rem; }
table { width: 100%; table-layout: fixed; border-collapse: collapse;
  border-top: 1.5px solid #000; border-bottom: 1.5px solid #000; }
thead { display: table-header-group; }
th { font-size: 0.885rem; font-weight: 500; text-align: left; vertical-align: bottom; padding: 4px 8px 4px 0;
  border-bottom: 1px solid #000; }
td { vertical-align: top; padding: 4px 8px 5px 0; border-bottom: 1px solid #b5b5b5; }
tr { break-inside: avoid; }
.right, .given th:nth-child(4), .given th:nth-child(5), .charges th:nth-child(3) { text-align: right; }
.given td { font-size: 0.962rem; line-height: 1.3; }
.given th:nth-child(1) { width: 21%; }
.given th:nth-child(2) { width: 18%; }
.given th:nth-child(3) { width: 10%; }
.given th:nth-child(4) { width: 7.5%; }
.given th:nth-child(5) { width: 4.5%; }
.given th:nth-child(6) { width: 12%; }
.given th:nth-child(7) { width: 12.5%; }
.charges th:nth-child(1) { width: 8%; }
.charges th:nth-child(2) { width: 22%; }
.charges th:nth-child(3) { width: 6%; }
.charges th:nth-child(4) { width: 8%; }
.charges th:nth-child(5) { width: 6%; }
.charges th:nth-child(6) { width: 13%; }
.charges .band th { width: auto; text-align: left; }
.band th { background: #ececec; font-weight: 700; padding: 3px 6px; border-bottom: 1px solid #000; }
.band { break-after: avoid; }
td.code { font-size: 1.154rem; font-weight: 700; white-space: nowrap; }
td.why { font-size: 0.923rem; }
.timeline { display: block; width: 100%; font-size: 0.885rem; border-bottom: 1px solid #b5b5b5; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 26px; }
.entries { border-top: 1.5px solid #000; border-bottom: 1.5px solid #000; }
.entries > div { display: grid; grid-template-columns: 27% 1fr; gap: 8px; padding: 4px 0; break-inside: avoid; }
.entries > div + div { border-top: 1px solid #b5b5b5; }
.entries dt { font-size: 0.962rem; font-weight: 700; color: #000; }
.signatures { display: grid; grid-template-columns: 55.5fr 44.5fr; border: 1px solid #000; margin-top: 20px;
  break-inside: avoid; }
.signatures > div { padding: 7px 10px; }
.signatures > div + div { border-left: 1px solid #000; }
.signatures .who { font-size: 1.154rem; }
footer { display: flex; gap: 20px; justify-content: space-between; border-top: 1px solid #000; margin-top: 22px;
  padding-top: 6px; font-size: 0.846rem; }
.which { white-space: nowrap; font-weight: 600; }
s { color: #333; }
@media (max-width: 760px) {
  main { padding: 20px 16px; }
  header, .beside, .signatures { display: block; }
  .status, .barcode { margin-top: 12px; }
  section { overflow-x: auto; }
  table { min-width: 700px; }
  .signatures > div + div { border-left: 0; border-top: 1px solid #000; }
}
@page { margin: 12mm; }
@media print {
  html { font-size: 9.1px; }
  td { padding-top: 3px; padding-bottom: 3px; }
  h2 { margin-top: 13px; }
  body { background: #fff; }
  main { width: auto; margin: 0; padding: 0; border: 0; }
  h2 { break-after: avoid; }
}
""".strip()
