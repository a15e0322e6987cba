export { MediaModule } from './media.module.ts';
export { PackagedLectures } from './packaged-lectures.ts';
