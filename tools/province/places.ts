import { Random } from '../demo/random.ts';
import { labelOf, uuidAt } from './ids.ts';
import { Employers, type WorldEmployer } from './employers.ts';
import { cities, countyName, townName, villageName } from './words.ts';
import type { WorldBranch, WorldPlace } from './world.ts';

const COUNTIES_OF_CITY = 10;
const PEOPLE_OF_COUNTY = 1000;
const TOWNS = 9;
/** Villages of each general branch of a town. */
const GENERAL_BRANCHES = [3, 2];
const NUMBERS = '一二三';

export interface Tree {
  places: WorldPlace[];
  branches: WorldBranch[];
  /** Ids of the county committees, in the order of the counties' numbers. */
  counties: string[];
  employers: WorldEmployer[];
}

/**
 * The organizations for so many people: cities of ten counties, counties of a thousand people in a hundred organizations: nine towns or offices,
 * each with general branches and branches. Five levels below the root.
 */
export function plantProvince(root: { id: string; path: string }, people: number, openedAt: number): Tree {
  const random = new Random(7_001);
  const employers = new Employers(openedAt);
  const tree: Tree = { places: [], branches: [], counties: [], employers: employers.all };
  let sequence = 0;
  const plant = (parent: { id: string; path: string; code?: string }, place: NewPlace) => {
    const id = uuidAt(openedAt + (sequence += 1), random);
    const planted = { id, parentId: parent.id, path: `${parent.path}.${labelOf(id)}`, employerId: null, ...place };
    tree.places.push(planted);
    return planted;
  };
  let first = 0;
  let city: WorldPlace | undefined;
  for (let county = 0; first < people; county += 1) {
    const inCity = county % COUNTIES_OF_CITY;
    const cityNumber = Math.floor(county / COUNTIES_OF_CITY);
    if (inCity === 0) {
      const name = `中共${cities[cityNumber % cities.length]}市委员会`;
      city = plant(root, { name, code: `1.${cityNumber + 1}`, kind: 'committee' });
    }
    if (!city) throw new Error('A county needs its city');
    const short = countyName(cityNumber, inCity);
    const code = `${city.code}.${inCity + 1}`;
    const committee = plant(city, { name: `中共${short}委员会`, code, kind: 'committee' });
    tree.counties.push(committee.id);
    const planted: { id: string; office: boolean }[] = [];
    const members = Math.min(PEOPLE_OF_COUNTY, people - first);
    const towns = Math.ceil((TOWNS * members) / PEOPLE_OF_COUNTY);
    for (let town = 0; town < towns; town += 1) plantTown(committee, county, town, short, employers, plant, planted);
    for (const branch of sizes(planted, members, random)) {
      tree.branches.push({ ...branch, county, first, diligence: 0.62 + random.next() * 0.42 });
      first += branch.size;
    }
  }
  return tree;
}

type NewPlace = Pick<WorldPlace, 'name' | 'code' | 'kind'> & Partial<Pick<WorldPlace, 'employerId'>>;
type Plant = (parent: WorldPlace, place: NewPlace) => WorldPlace;

function plantTown(
  county: WorldPlace,
  number: number,
  town: number,
  short: string,
  employers: Employers,
  plant: Plant,
  branches: { id: string; office: boolean }[],
): void {
  const office = town >= 7;
  const name = townName(number, town);
  const own = office ? `${short}${name}` : name;
  const end = town === 0 ? '党工委' : '党委';
  const committeeCode = `${county.code}.${town + 1}`;
  const employerId = office ? employers.add(name, short, `D-${committeeCode}`) : null;
  const committee = plant(county, { name: `${own}${end}`, code: committeeCode, kind: 'committee', employerId });
  let child = 0;
  const code = () => `${committee.code}.${(child += 1)}`;
  const branch = (parent: WorldPlace, title: string, official: boolean) =>
    branches.push({
      id: plant(parent, { name: title, code: code(), kind: 'branch', employerId }).id,
      office: official,
    });
  branch(committee, `${own}机关党支部`, true);
  for (const [index, villages] of GENERAL_BRANCHES.entries()) {
    const village = villageName(number + town, index);
    const title = office ? `${name}第${NUMBERS[index]}` : `${village}${town === 0 ? '社区' : '村'}`;
    const of = office ? `${title}总支` : title;
    const general = plant(committee, { name: `${title}党总支`, code: code(), kind: 'general_branch', employerId });
    for (let nth = 0; nth < villages; nth += 1) branch(general, `${of}第${NUMBERS[nth]}党支部`, office);
  }
  branch(committee, office ? `${name}离退休干部党支部` : `${name}中心学校党支部`, office);
  branch(committee, office ? `${name}下属单位党支部` : `${name}卫生院党支部`, office);
}

/** Members of each branch, 8 to 20 of them, together exactly so many. */
function sizes(branches: readonly { id: string; office: boolean }[], members: number, random: Random) {
  const weights = branches.map(() => 8 + random.next() * 12);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let given = 0;
  let weighed = 0;
  return branches.map((branch, index) => {
    weighed += weights[index] ?? 0;
    const upTo = Math.round((members * weighed) / sum);
    const size = upTo - given;
    given = upTo;
    return { ...branch, size };
  });
}
