"use client";

import { useEffect, useRef } from "react";
import { usePath } from "@/components/ui/address";
import { FailedPage, type Failure } from "../failed-page";

/** Inside the frame, which keeps what was loaded. Whoever goes to another page is shown that one. */
export default function PageError({ error, reset }: Failure) {
  const path = usePath();
  const failed = useRef(path);
  useEffect(() => {
    if (path !== failed.current) reset();
  }, [path, reset]);
  return <FailedPage error={error} reset={reset} />;
}
