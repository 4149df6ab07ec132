"use client";

import { useEffect, useState, type ReactNode } from "react";

type Props<Data> = {
  /** undefined while nothing has come. */
  data: Data | undefined;
  error: Error | undefined;
  isEmpty: (data: Data) => boolean;
  /** Empty so far, with more on its way. */
  isPending: (data: Data) => boolean;
  skeleton: ReactNode;
  failed: (error: Error) => ReactNode;
  empty: (data: Data) => ReactNode;
  children: (data: Data) => ReactNode;
};

/** Tells pending, failed, empty and filled apart: a read that failed must never look like an empty list. */
export function QueryView<Data>({ data, error, isEmpty, isPending, skeleton, failed, empty, children }: Props<Data>) {
  if (data !== undefined && !isEmpty(data)) return children(data);
  if (data === undefined && error) return failed(error);
  if (data === undefined || isPending(data)) return <Late>{skeleton}</Late>;
  return empty(data);
}

const patience = 400;

/** Shows nothing at first: what comes at once needs no announcement. */
function Late({ children }: { children: ReactNode }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, patience, true);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? children : null;
}
