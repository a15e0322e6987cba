/** What the main path builds and then learns. */
export const film = { seconds: 48 };
export const unitTitle = '第一单元 学习与实践';
export const lessonTitle = '第一讲 从支部做起';
export const examTitle = '第一单元测试';

export interface Question {
  kind: 'single' | 'multiple' | 'true_false';
  text: string;
  options: readonly string[];
  /** Texts of the right options. */
  right: readonly string[];
}

/** @param run sets this run's questions apart from those of an earlier one on the same server */
export const questionsOf = (run: string): readonly Question[] => [
  {
    kind: 'single',
    text: `党支部党员大会一般多久召开一次？(${run})`,
    options: ['每季度', '每年', '每两年', '每五年'],
    right: ['每季度'],
  },
  {
    kind: 'multiple',
    text: `“三会一课”包括哪些？(${run})`,
    options: ['支部党员大会', '支部委员会会议', '党小组会', '运动会'],
    right: ['支部党员大会', '支部委员会会议', '党小组会'],
  },
  { kind: 'true_false', text: `党员应当参加党的组织生活。(${run})`, options: [], right: ['正确'] },
];
