import type { DemoCourse, DemoQuestion } from '../demo/content/types.ts';

type Fact = [text: string, right: string, ...wrong: string[]];

const facts: readonly Fact[] = [
  ['党员每年集中学习培训时间一般不少于多少学时？', '32 学时', '16 学时', '24 学时', '90 学时'],
  ['支部党员大会一般多久召开一次？', '每季度一次', '每月一次', '每半年一次', '每年一次'],
  ['支部委员会会议一般多久召开一次？', '每月一次', '每季度一次', '每周一次', '每半年一次'],
  ['主题党日一般多久开展一次？', '每月一次', '每季度一次', '每年一次', '每周一次'],
  ['预备党员的预备期为多久？', '一年', '半年', '两年', '三个月'],
  ['发展对象短期集中培训一般不少于多少学时？', '24 学时', '12 学时', '32 学时', '8 学时'],
  ['入党积极分子要经过多久的培养教育和考察？', '一年以上', '半年以上', '三个月以上', '两年以上'],
  ['党员组织关系转移时，由谁接收后才算完成？', '接收的党组织', '转出的党组织', '党员本人', '户籍所在地'],
  ['流动党员一般指外出多久以上、没有转移组织关系的党员？', '六个月', '一个月', '三个月', '两年'],
  ['科级以下干部每年参加教育培训累计不少于多少学时？', '90 学时', '32 学时', '50 学时', '120 学时'],
  ['三会一课中的“一课”指什么？', '党课', '微课', '公开课', '网络课'],
  ['在本平台，一讲看满多少比例才计学时？', '政策规定的比例', '打开即可', '一半', '拖到结尾'],
];

const themes: readonly [title: string, lessons: string][] = [
  ['党章学习', '党的性质和宗旨 党员的权利 党员的义务 组织制度 党的纪律 党徽党旗'],
  ['党支部工作条例解读', '支部的设置 支部的任务 工作机制 组织生活 支委会建设 领导和保障'],
  ['党员教育管理工作条例解读', '总体要求 教育内容 学时要求 日常管理 流动党员 组织保障'],
  ['组织生活怎么开', '会前准备 支部党员大会 支委会会议 党小组会 组织生活会 记录与归档'],
  ['发展党员工作实务', '入党申请 积极分子 发展对象 预备党员 转正程序 材料归档'],
  ['农村基层党建', '村级组织建设 带头人队伍 党群服务中心 集体经济 志愿服务 乡风文明'],
  ['城市社区党建', '网格治理 物业党建 共驻共建 楼栋党小组 民情走访 服务清单'],
  ['机关党建', '政治理论学习 支部标准化 作风建设 谈心谈话 结对共建 考核评议'],
  ['党务公文与记录', '会议通知 会议记录 请示与报告 工作总结 档案整理 信息报送'],
  ['网络安全与保密', '保密责任 涉密载体 手机使用 账号与口令 网络行为 泄密案例'],
];

const READING_SECONDS = [300, 420, 360, 540, 480, 390];

/** The province's courses: six articles and an exam of five questions each. */
export const provinceCourses: readonly DemoCourse[] = themes.map(([title, lessons], number) => ({
  title,
  summary: `《${title}》网上课程，六讲，学完参加单元测试。`,
  description: `<p>面向全省党员，每讲一个主题，学完六讲后参加单元测试。</p>`,
  visibility: 'school',
  units: [
    {
      title: '全部课程',
      lessons: lessons.split(' ').map((lesson, index) => ({
        title: lesson,
        readingSeconds: READING_SECONDS[(index + number) % READING_SECONDS.length] ?? 300,
        html: `<p>本讲介绍${title}中的“${lesson}”：有什么要求，日常怎么做，常见的疏漏有哪些。</p>`,
      })),
      exam: {
        title: `${title}测试`,
        draw: 5,
        minutes: 20,
        passPercent: 60,
        tries: 3,
        questions: Array.from({ length: 8 }, (_, index) =>
          question(facts[(number * 5 + index) % facts.length] as Fact, index),
        ),
      },
    },
  ],
}));

function question([text, right, ...wrong]: Fact, place: number): DemoQuestion {
  const options = [...wrong];
  const index = place % 4;
  options.splice(index, 0, right);
  return { kind: 'single', text, options, correct: 'ABCD'[index] ?? 'A', explanation: `${right}。` };
}
