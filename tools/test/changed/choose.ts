import { posix } from 'node:path';
import { Graph, type Sources } from './graph.ts';
import { EVERY_PAGE, journeyPages } from './journeys.ts';

/** A stage of `npm test` with the files that it is given; without files it runs as a whole. */
export interface Choice {
  stage: string;
  files?: string[];
  why: string;
}

/** What everything is installed, built or run with: a change runs every stage. */
const EVERYTHING =
  /^(package(-lock)?\.json|\.npmrc|nx\.json|tsconfig\.json|jest\.config\.mjs|(apps|libs)\/[\w-]+\/(package|project|tsconfig)\.json)$/;
/** What every request and every job of the API goes through. */
const API_CORE = /^apps\/api\/src\/(database|http|jobs|config|[\w.-]+$)/;
const WEB = /^(apps\/(portal|admin)|libs\/web-kit)\//;
const PROJECTS = /^(apps|libs|test|tools)\//;
const MEASURED = /\.measured\.test\.ts$/;

/**
 * Stages, and files of them, that a change can touch.
 * @param changed paths from the root of the repository, those of deleted files among them
 * @param sources every source file as it is now
 * @returns null where the whole of `npm test` is touched
 */
export function choose(changed: readonly string[], sources: Sources): Choice[] | null {
  if (changed.some((file) => EVERYTHING.test(file))) return null;
  const graph = new Graph(sources);
  const touched = new Set(changed);
  const reason = (roots: readonly string[]) => [...graph.closure(roots)].find((file) => touched.has(file));
  const pick = (files: readonly string[], why: (file: string) => string | undefined): [string, string][] =>
    files.flatMap((file): [string, string][] => {
      const found = why(file);
      return found ? [[file, found]] : [];
    });
  const all = [...sources.keys()];
  const core = changed.find((file) => API_CORE.test(file) && !file.endsWith('.test.ts'));
  const contract = changed.find((file) => file.startsWith('libs/contracts/'));

  const unit = pick(
    all.filter((file) => /^(libs|tools|apps\/api\/src)\/.*\.test\.ts$/.test(file)),
    (file) => reason([file]),
  );
  const api = pick(
    all.filter((file) => /^test\/api\/.*\.test\.ts$/.test(file) && !MEASURED.test(file)),
    (file) =>
      core ?? (file.startsWith('test/api/http/') ? contract : undefined) ?? reason([file, ...areaOf(file, all)]),
  );
  const measured = pick(
    all.filter((file) => MEASURED.test(file)),
    (file) => changed.find((each) => /^(test|tools)\//.test(each) && graph.closure([file]).has(each)),
  );
  const journeys = pick(
    all.filter((file) => /^test\/journeys\/.*\.spec\.ts$/.test(file)),
    (file) => {
      const name = posix.basename(file);
      if (name === EVERY_PAGE) return changed.find((each) => WEB.test(each)) ?? reason([file]);
      const pages = (journeyPages[name] ?? []).map((page) => `apps/${page.replace('/', '/src/features/')}/`);
      return core ?? reason([file, ...all.filter((each) => pages.some((page) => each.startsWith(page)))]);
    },
  );

  const there = changed.filter((file) => sources.has(file));
  const web = changed.find((file) => WEB.test(file));
  const docker = changed.find((file) => file.startsWith('docker/'));
  const project = changed.find((file) => PROJECTS.test(file));
  const choices: (Choice | undefined)[] = [
    there.length > 0 ? { stage: 'format', files: there, why: 'the changed files' } : undefined,
    project === undefined ? undefined : { stage: 'lint', files: [...changed], why: project },
    project === undefined ? undefined : { stage: 'types', files: [...changed], why: project },
    { stage: 'unused', why: 'of the whole repository, in seconds' },
    withFiles('unit', unit),
    journeys.length > 0 || web ? { stage: 'build', why: web ?? 'journeys need it' } : undefined,
    web ? { stage: 'web', why: web } : undefined,
    withFiles('api', api),
    withFiles('measured', measured),
    withFiles('journeys', journeys),
    docker ? { stage: 'compose', why: docker } : undefined,
  ];
  return choices.filter((choice) => choice !== undefined);
}

/** The area that a test of the API is about: its jobs and listeners run in it without being called. */
function areaOf(file: string, all: readonly string[]): string[] {
  const folder = `apps/api/src/modules/${file.split('/')[2] ?? ''}/`;
  return all.filter((each) => each.startsWith(folder) && !each.endsWith('.test.ts'));
}

function withFiles(stage: string, picked: readonly [string, string][]): Choice | undefined {
  if (picked.length === 0) return undefined;
  const causes = [...new Set(picked.map(([, why]) => why))];
  const more = causes.length > 3 ? ` and ${causes.length - 3} more` : '';
  return { stage, files: picked.map(([file]) => file), why: `${causes.slice(0, 3).join(', ')}${more}` };
}
