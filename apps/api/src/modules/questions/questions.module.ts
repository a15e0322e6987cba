import { Module } from '@nestjs/common';
import { ArchiveQuestion } from './archive-question.ts';
import { CreateQuestion } from './create-question.ts';
import { ListQuestions } from './list-questions.ts';
import { QuestionQueries } from './questions.queries.ts';
import { UpdateQuestion } from './update-question.ts';

@Module({ controllers: [ListQuestions, CreateQuestion, UpdateQuestion, ArchiveQuestion], providers: [QuestionQueries] })
export class QuestionsModule {}
