export interface DemoQuestion {
  kind: 'single' | 'multiple' | 'true_false';
  text: string;
  options: readonly string[];
  /** Letters of the right options, e.g. `ABD`. */
  correct: string;
  explanation: string;
}

type DemoLesson = { lecture: 1 | 2 | 3 } | { title: string; html: string; readingSeconds: number; required?: boolean };

export interface DemoUnit {
  title: string;
  lessons: readonly DemoLesson[];
  exam?: {
    title: string;
    draw: number;
    minutes: number;
    passPercent: number;
    tries: number;
    questions: readonly DemoQuestion[];
  };
}

export interface DemoCourse {
  title: string;
  summary: string;
  description: string;
  visibility: 'school' | 'subtree';
  units: readonly DemoUnit[];
  /** Left as a draft. */
  draft?: boolean;
}
