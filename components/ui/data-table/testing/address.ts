/** Stands for the address of the page: `?` and what follows. */
export const address = { search: "" };

export const useSearch = () => new URLSearchParams(address.search);
