import type { ImportColumn, ImportKind } from '@dangxiao/domain';

export type Language = 'zh-CN' | 'en';

interface Column {
  note: string;
  example: string;
}

/** What a template says, in the language it was asked for in. */
export interface TemplateTexts {
  table: string;
  notes: string;
  headings: [string, string, string];
  needed: string;
  optional: string;
  general: string[];
  columns: Partial<Record<ImportColumn, Column>>;
}

const general: Record<Language, string[]> = {
  'zh-CN': [
    '第一行的列名请勿改动；不需要的选填列可以整列删除。',
    '以“示例”开头的行不会导入，可以保留或删除。',
    '请直接填写内容，不要使用公式，不要合并单元格。',
    '上传后先检查、不改动任何数据；确认无误后再导入，导入后 30 天内可以整批撤销。',
  ],
  en: [
    'Keep the headings in the first row. Optional columns that you do not need may be deleted.',
    'Rows that begin with "Example" are not imported; keep or delete them.',
    'Write plain contents: no formulas, no merged cells.',
    'After the upload everything is checked first and nothing changes. An import can be undone as a whole for 30 days.',
  ],
};

export const templateTexts: Record<ImportKind, Record<Language, TemplateTexts>> = {
  organizations: {
    'zh-CN': {
      table: '组织',
      notes: '填写说明',
      headings: ['列名', '是否必填', '说明'],
      needed: '必填',
      optional: '选填',
      general: general['zh-CN'],
      columns: {
        name: { note: '党组织全称，最多 100 字。编码已存在时即为改名。', example: '示例：某某街道党工委' },
        code: { note: '全校唯一，最多 40 字。编码已存在的组织会被更新，不存在的会新建。', example: 'JD001' },
        kind: { note: '党委、党总支、党支部或党小组，须符合上级组织的类型。', example: '党委' },
        parentCode: {
          note: '可以是本表中的组织。新建时不填即直属于导入时所选的组织；已有组织不填则位置不变。',
          example: '',
        },
        employerCode: { note: '所属单位的编码，见“单位”页。不填则不变。', example: '' },
      },
    },
    en: {
      table: 'Organizations',
      notes: 'Notes',
      headings: ['Column', 'Needed', 'What to write'],
      needed: 'Required',
      optional: 'Optional',
      general: general.en,
      columns: {
        name: {
          note: 'Full name, at most 100 characters. Renames where the code exists.',
          example: 'Example: Street committee',
        },
        code: {
          note: 'Unique in the school. An organization with this code is updated, otherwise one is created.',
          example: 'JD001',
        },
        kind: {
          note: 'Committee, General branch, Branch or Party group, as fits below its parent.',
          example: 'Committee',
        },
        parentCode: {
          note: 'May stand in this table. Empty: directly below the chosen organization; one that exists stays where it is.',
          example: '',
        },
        employerCode: { note: 'Code of its employer, as listed under Employers. Empty: unchanged.', example: '' },
      },
    },
  },
  people: {
    'zh-CN': {
      table: '人员',
      notes: '填写说明',
      headings: ['列名', '是否必填', '说明'],
      needed: '必填',
      optional: '选填',
      general: general['zh-CN'],
      columns: {
        name: { note: '最多 50 字。', example: '示例：张三' },
        organizationCode: { note: '所在组织的编码，须在导入时所选组织的范围内。', example: 'JD001' },
        kind: { note: '从下拉列表中选择。', example: '正式党员' },
        position: { note: '从下拉列表中选择；新人员不填即为“无”，已有人员不填则不变。', example: '支部书记' },
        phone: { note: '11 位手机号，用于登录和核对是否已在册。加密保存。', example: '13800000000' },
        identityNumber: {
          note: '18 位身份证号，优先据此核对是否已在册。单元格须为文本格式，否则末三位会丢失。加密保存。',
          example: '',
        },
        since: { note: '如 2026-03-01；不填即为导入当天。只用于新人员。', example: '2026-03-01' },
        exemptKind: { note: '年老、患病或残疾；不填即不免于要求。只用于新人员。', example: '' },
        exemptReason: { note: '填写免于要求的类别时必填。', example: '' },
        employerCode: { note: '所在单位的编码，见“单位”页。不填则随组织的单位，已有人员不变。', example: '' },
      },
    },
    en: {
      table: 'People',
      notes: 'Notes',
      headings: ['Column', 'Needed', 'What to write'],
      needed: 'Required',
      optional: 'Optional',
      general: general.en,
      columns: {
        name: { note: 'At most 50 characters.', example: 'Example: Zhang San' },
        organizationCode: {
          note: "The organization's code, at or below the organization chosen for the import.",
          example: 'JD001',
        },
        kind: { note: 'Choose from the list.', example: 'Full member' },
        position: {
          note: 'Choose from the list. Empty: none for a new person, unchanged for one who exists.',
          example: 'Branch secretary',
        },
        phone: {
          note: 'Mobile number of 11 digits, to sign in with and to find who exists. Kept encrypted.',
          example: '13800000000',
        },
        identityNumber: {
          note: '18 places; decides first who exists. The cells must be text, or the last three digits are lost. Kept encrypted.',
          example: '',
        },
        since: {
          note: 'Such as 2026-03-01; empty: the day of the import. For new people only.',
          example: '2026-03-01',
        },
        exemptKind: { note: 'Aged, Ill or Disabled; empty: not exempt. For new people only.', example: '' },
        exemptReason: { note: 'Required with an exemption.', example: '' },
        employerCode: {
          note: 'Code of the employer, as listed under Employers. Empty: that of the organization; unchanged for one who exists.',
          example: '',
        },
      },
    },
  },
};
