import { describe, expect, it } from '@jest/globals';
import { plainNumber, readDay, readOrganizationRow, readPersonRow } from './import-cells.ts';

const today = '2026-03-01';
const codes = (cells: Parameters<typeof readPersonRow>[0]) =>
  readPersonRow(cells, today).problems.map(({ column, code }) => `${column}:${code}`);
const person = { name: '张三', organizationCode: 'A01', kind: '正式党员' };

describe('a row about a person', () => {
  it('is read into what is stored', () => {
    const cells = {
      ...person,
      name: ' 张　三 ',
      position: '支部书记',
      phone: '+86 138-1234-5678',
      identityNumber: '11010519491231002x',
      since: '2024/7/1',
      exemptKind: '年老',
      exemptReason: '八十岁',
      employerCode: ' U-1 ',
    };
    expect(readPersonRow(cells, today)).toEqual({
      problems: [],
      row: {
        name: '张 三',
        organizationCode: 'A01',
        kind: 'full_member',
        position: 'branch_secretary',
        phone: '13812345678',
        identityNumber: '11010519491231002X',
        since: '2024-07-01',
        exemptKind: 'aged',
        exemptReason: '八十岁',
        employerCode: 'U-1',
      },
    });
  });

  it.each([
    [{}, ['name:required', 'organizationCode:required', 'kind:required']],
    [{ ...person, kind: '团员' }, ['kind:kind_unknown']],
    [{ ...person, position: '院长' }, ['position:position_unknown']],
    [{ ...person, phone: '1381234567' }, ['phone:phone_invalid']],
    [{ ...person, identityNumber: '110105194912310021' }, ['identityNumber:identity_invalid']],
    [{ ...person, identityNumber: '1.10105194912310E+17' }, ['identityNumber:digits_lost']],
    [{ ...person, identityNumber: '110105194912310000' }, ['identityNumber:digits_lost']],
    [{ ...person, since: '2026-13-01' }, ['since:day_invalid']],
    [{ ...person, since: '2026-03-02' }, ['since:day_in_future']],
    [{ ...person, exemptKind: '年老' }, ['exemptReason:exempt_reason_missing']],
    [{ ...person, exemptReason: '八十岁' }, ['exemptKind:required']],
    [{ ...person, name: '13812345678' }, ['name:misplaced_number']],
    [{ ...person, organizationCode: '11010519491231002X' }, ['organizationCode:misplaced_number']],
    [{ ...person, name: '长'.repeat(51) }, ['name:too_long']],
  ])('%j: %j', (cells, expected) => expect(codes(cells)).toEqual(expected));

  it('never keeps a personal number in a readable field', () => {
    const { row } = readPersonRow({ name: '13812345678', organizationCode: '11010519491231002X', kind: '党员' }, today);
    expect([row.name, row.organizationCode]).toEqual([null, null]);
  });

  it('understands the English template and the names of the kinds', () => {
    expect(readPersonRow({ ...person, kind: 'Full member', position: 'None' }, today).row).toMatchObject({
      kind: 'full_member',
      position: 'none',
    });
  });
});

describe('an organization', () => {
  it('is read by the words of either template', () => {
    expect(readOrganizationRow({ name: 'N', code: 'C', kind: '党总支', parentCode: '' })).toEqual({
      problems: [],
      row: { name: 'N', code: 'C', kind: 'general_branch', parentCode: null, employerCode: null },
    });
    expect(readOrganizationRow({ name: 'N', code: 'C', kind: 'Party group' }).row.kind).toBe('party_group');
  });
});

it.each([
  ['1.3812345678E10', '13812345678', false],
  ['1.3812345678E+10', '13812345678', false],
  ['13812345678.0', '13812345678', false],
  ['1.10105194912310E+17', '1.10105194912310E+17', true],
])('%s as a number is %s', (text, plain, lost) => expect(plainNumber(text)).toEqual({ text: plain, lost }));

it.each([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['46082', '2026-03-01'],
  ['2026-03-01T00:00:00', '2026-03-01'],
  ['2026-02-30', null],
  ['next week', null],
])('the day %s is %s', (text, day) => expect(readDay(text)).toBe(day));
