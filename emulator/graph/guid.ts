/** Microsoft issues ids outside the RFC's versions and variants, so only the form is checked. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
