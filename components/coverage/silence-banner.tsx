"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";

const patience = 8_000;

/** Whoever looks at an empty page for so long is owed a word. */
export function SilenceBanner() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLong, patience, true);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <Banner>
      <b className="mr-2">Nothing has come from Azure yet.</b>
      <span className="text-ink-2">What fails is asked for again by itself.</span>
    </Banner>
  );
}
