import type { FileBlock } from "../../referat/document.ts";
import { type FlatBlock, nestCell } from "./paragraph.ts";

/** A table while it is read. `merged`: the cell only goes on from the one above it. */
export type WordTable = { widths: number[]; rows: WordRow[] };
export type WordRow = { heads: boolean; removed: boolean; cells: WordCell[] };
export type WordCell = { span: number; merged: boolean; blocks: FlatBlock[] };

const mostColumns = 40;

/** Nothing for a table without rows. One with more columns than a page can hold is printed cell by cell. */
export function finishTable(table: WordTable): FlatBlock[] {
  const rows = table.rows.filter((row) => !row.removed && row.cells.length > 0);
  if (rows.length === 0) return [];
  const columns = Math.max(...rows.map((row) => row.cells.reduce((sum, { span }) => sum + span, 0)));
  if (columns > mostColumns) return rows.flatMap((row) => row.cells.flatMap(({ blocks }) => blocks));
  const known = table.widths.length === columns && table.widths.every((width) => width > 0);
  return [
    {
      kind: "table",
      columns: known ? table.widths : Array.from({ length: columns }, () => 1),
      headerRows: Math.max(
        0,
        rows.findIndex((row) => !row.heads),
      ),
      rows: rows.map((row) => finishRow(row, columns)),
    },
  ];
}

type TableRow = Extract<FileBlock, { kind: "table" }>["rows"][number];

function finishRow({ cells }: WordRow, columns: number): TableRow {
  const row = cells.map(({ span, merged, blocks }) => ({ span, blocks: merged ? [] : nestCell(blocks) }));
  const missing = columns - row.reduce((sum, { span }) => sum + span, 0);
  return missing > 0 ? [...row, { span: missing, blocks: [] }] : row;
}
