import { ExamEvidence } from './ExamEvidence.tsx';
import { LessonEvidence } from './LessonEvidence.tsx';
import { RecognitionEvidence } from './RecognitionEvidence.tsx';
import { ReversalEvidence } from './ReversalEvidence.tsx';
import type { EntryDetail } from './types.ts';

/** What an entry rests on, by its kind. */
export function Evidence({ evidence }: { evidence: EntryDetail['evidence'] }) {
  switch (evidence.kind) {
    case 'lesson':
      return <LessonEvidence evidence={evidence} />;
    case 'exam':
      return <ExamEvidence evidence={evidence} />;
    case 'recognition':
      return <RecognitionEvidence evidence={evidence} />;
    case 'reversal':
      return <ReversalEvidence evidence={evidence} />;
  }
}
