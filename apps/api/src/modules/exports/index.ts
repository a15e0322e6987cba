export { ExportsModule } from './exports.module.ts';
export { DropExports } from './drop-exports.ts';
export { streamWorkbook } from './xlsx/write-workbook.ts';
export { MakeExport } from './make-export.ts';
