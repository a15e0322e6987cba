import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One spoken sentence: its subtitle in both languages, and the point (0-based) it talks about, if any. */
type Line = { zh: string; en: string; point?: number };
/** One slide. The first and the last slide of a script are laid out as cover and summary. */
export type Slide = { heading: string; art: string; points: string[]; lines: Line[] };
export type Script = {
  number: number;
  course: string;
  title: string;
  titleEn: string;
  slides: Slide[];
};

/** The longest sentence that still fits two subtitle lines of 20 Chinese characters. */
const MAX_SENTENCE = 40;

/** What is wrong with a script, in words; an empty list means that it can be produced. */
function scriptProblems(script: Script): string[] {
  const problems: string[] = [];
  if (script.slides.length < 6 || script.slides.length > 9) problems.push('a lecture has 6 to 9 slides');
  script.slides.forEach((slide, index) => {
    const where = `slide ${index + 1}`;
    if (slide.lines.length === 0) problems.push(`${where} says nothing`);
    for (const line of slide.lines) {
      if (line.zh.length > MAX_SENTENCE) problems.push(`${where}: longer than ${MAX_SENTENCE} characters: ${line.zh}`);
      if (!line.en) problems.push(`${where}: no English for: ${line.zh}`);
      if (line.point !== undefined && !slide.points[line.point]) problems.push(`${where}: no point ${line.point}`);
    }
  });
  return problems;
}

/** All scripts of a folder in the order of their numbers; throws with every problem found. */
export function loadScripts(folder: string): Script[] {
  const scripts = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Script)
    .sort((a, b) => a.number - b.number);
  const problems = scripts.flatMap((script) => scriptProblems(script).map((text) => `${script.number}: ${text}`));
  if (problems.length > 0) throw new Error(`Scripts cannot be produced:\n${problems.join('\n')}`);
  return scripts;
}
