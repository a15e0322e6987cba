export { ExportsModule } from './exports.module.ts';
export { DropExports } from './drop-exports.ts';
export { MakeExport } from './make-export.ts';
