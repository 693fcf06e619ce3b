// The analyzer reads English. Where the text is known to be in another language, the page says so.
export function readsLanguage(code: string | null): boolean {
  return code === null || code === 'en';
}

export function languageName(code: string | null): string {
  return (code && new Intl.DisplayNames('en', { type: 'language' }).of(code)) ?? 'another language';
}
