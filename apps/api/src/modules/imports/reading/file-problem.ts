/** Why a file cannot be taken as it is: a code that the console words, with where and what. */
export interface Finding {
  code: string;
  params: Record<string, string | number>;
}

/** Ends the reading of a file; whoever brought it has to change it. */
export class FileProblem extends Error {
  readonly findings: Finding[];

  constructor(code: string | Finding[], params: Finding['params'] = {}) {
    super(typeof code === 'string' ? code : code.map((one) => one.code).join(', '));
    this.findings = typeof code === 'string' ? [{ code, params }] : code;
  }
}

/** The letters of a column as table programs show them: 1 is A, 28 is AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The number of a column from a cell's name: "AB12" is 28; 0 when there is none. */
export function columnNumber(cell: string): number {
  let number = 0;
  for (const letter of /^[A-Z]{0,3}/.exec(cell)?.[0] ?? '') number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
