export { NoticesBand } from './NoticesBand.tsx';
