import type { DemoCourse } from '../../tools/demo/content/types.ts';

/** A course whose exam is open from the start (its one lesson is optional), so that everybody can sit it at once. */
export const examCourse: DemoCourse = {
  title: '党章知识测试',
  summary: '二十道题，检验对党章的掌握。',
  description: '<p>随时可以开始。</p>',
  visibility: 'school',
  units: [
    {
      title: '测试',
      lessons: [{ title: '说明', html: '<p>请独立作答。</p>', readingSeconds: 30, required: false }],
      exam: {
        title: '党章知识',
        draw: 20,
        minutes: 300,
        passPercent: 60,
        tries: 3,
        questions: Array.from({ length: 20 }, (_, index) => ({
          kind: 'single' as const,
          text: `第 ${index + 1} 题`,
          options: ['甲', '乙', '丙', '丁'],
          correct: 'A',
          explanation: '见教材。',
        })),
      },
    },
  ],
};
