// Stand-in until the types made from core/schema/ are merged.
export interface Request {
  id: string;
  text: string;
  reference_date?: string;
  clean?: boolean;
  offsets?: 'utf16' | 'utf8' | 'codepoint';
}
export interface Analysis {
  schema: 'pressmark.analysis/1';
  id: string;
}
export interface AnalysisError {
  id: string | null;
  error: { code: string; message: string; line: number | null };
}
