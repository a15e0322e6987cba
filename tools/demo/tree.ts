import type { OrganizationKind } from '@dangxiao/contracts';

export interface DemoNode {
  name: string;
  kind: OrganizationKind;
  children?: readonly DemoNode[];
}

const branch = (name: string, children?: readonly DemoNode[]): DemoNode => ({ name, kind: 'branch', children });

/** The organizations of an invented county, below its county committee. */
export const tree: readonly DemoNode[] = [
  {
    name: '城关街道党工委',
    kind: 'committee',
    children: [
      branch('城关街道机关党支部'),
      {
        name: '东风社区党总支',
        kind: 'general_branch',
        children: [branch('东风社区第一党支部'), branch('东风社区第二党支部')],
      },
      branch('北门社区党支部'),
    ],
  },
  {
    name: '柳河镇党委',
    kind: 'committee',
    children: [
      branch('柳河镇机关党支部'),
      {
        name: '柳河村党总支',
        kind: 'general_branch',
        children: [
          branch('柳河村第一党支部', [{ name: '河东党小组', kind: 'party_group' }]),
          branch('柳河村第二党支部'),
        ],
      },
      branch('石桥村党支部'),
    ],
  },
  { name: '县教育局党委', kind: 'committee', children: [branch('青山一中党支部'), branch('实验小学党支部')] },
  { name: '县人民医院党委', kind: 'committee', children: [branch('内科党支部'), branch('外科党支部')] },
  { name: '县直机关工委', kind: 'committee', children: [branch('县委组织部机关党支部'), branch('县财政局党支部')] },
];
