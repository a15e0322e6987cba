import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { columnLetters } from '../reading/file-problem.ts';

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** 0 plain, 1 bold on grey, 2 text (so that no digit is lost), 3 wrapped. */
type Style = 0 | 1 | 2 | 3;

export interface Sheet {
  name: string;
  widths: number[];
  /** Style of the columns' empty cells. */
  style: Style;
  rows: { cells: string[]; style: Style }[];
  /** Choices for the cells of a column, from the second row on. */
  choices: { column: number; words: string[] }[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const LAST_ROW = 200_001;

const styles = `${head}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3E9E7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;

function sheetXml({ widths, style, rows, choices }: Sheet): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  );
  const lines = rows.map(({ cells, style: own }, at) => {
    const written = cells.map(
      (text, column) =>
        `<c r="${columnLetters(column + 1)}${at + 1}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
    );
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const lists = choices.map(({ column, words }) => {
    const letter = columnLetters(column);
    const list = escapeXml(`"${words.join(',')}"`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${LAST_ROW}"><formula1>${list}</formula1></dataValidation>`;
  });
  const validations =
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
  return `${head}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${validations}</worksheet>`;
}

/** A small Excel file. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, { mtime: new Date(0) });
  const numbered = sheets.map((sheet, at) => ({ ...sheet, number: at + 1 }));
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const types = [
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...numbered.map(({ number }) => part(`worksheets/sheet${number}`, 'worksheet')),
  ];
  add(
    '[Content_Types].xml',
    `${head}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (list: string[]) =>
    `${head}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  add('_rels/.rels', relations([relation('r1', 'officeDocument', 'xl/workbook.xml')]));
  const tabs = numbered.map(
    ({ name, number }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="r${number}"/>`,
  );
  add(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${tabs.join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...numbered.map(({ number }) => relation(`r${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      relation('styles', 'styles', 'styles.xml'),
    ]),
  );
  add('xl/styles.xml', styles);
  for (const sheet of numbered) add(`xl/worksheets/sheet${sheet.number}.xml`, sheetXml(sheet));
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}
