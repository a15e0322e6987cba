import type { DemoCourse } from './types.ts';

export const branchWork: DemoCourse = {
  title: '支部书记工作实务',
  summary: '会前怎样准备、会中怎样记录、会后怎样落实，用一个支部的一年说清楚。',
  description: '<p>适合新任党支部书记。内容包括年度计划、会议记录和党费收缴。</p>',
  visibility: 'school',
  units: [
    {
      title: '会议与记录',
      lessons: [
        {
          title: '一份合格的会议记录',
          readingSeconds: 60,
          html: '<p>会议记录要写清：时间、地点、主持人、记录人、应到、实到、缺席及原因、列席人员、议题、发言要点和决议。</p><p>需要表决的事项，应到人数只计有表决权的党员；预备党员可以参加讨论，但不计入表决人数。</p>',
        },
        {
          title: '年度学习计划怎么定',
          readingSeconds: 60,
          html: '<p>年初按上级安排确定全年专题，落实到月。每次学习提前公布主题和材料，学后由支部委员抽查记录。</p><p>对年老体弱的党员可以送学上门，对流动党员可以安排网络学习。</p>',
        },
      ],
    },
  ],
};

/** Stays a draft, so that the editor and its checklist have something to show. */
export const draftCourse: DemoCourse = {
  title: '党史专题学习（筹备中）',
  summary: '',
  description: '',
  visibility: 'subtree',
  draft: true,
  units: [{ title: '第一单元', lessons: [{ title: '阅读材料', readingSeconds: 60, html: '' }] }],
};
