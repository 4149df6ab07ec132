/** 1,207: in sentences about what was read, which are the same wherever they are made. */
export const written = (count: number): string => count.toLocaleString("en");
