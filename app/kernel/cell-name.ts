/** @returns `A1` for the first cell, as a spreadsheet names it. @param column from 0. @param row from 1. */
export function cellName(column: number, row: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return name + row
}
