import { createContext } from "react";

/** Whose tables they are, so that what somebody saves is kept apart from what others save in the same browser. */
export const TableOwner = createContext("");
