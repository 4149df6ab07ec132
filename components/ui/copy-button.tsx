"use client";

import { Copy } from "lucide-react";
import { IconButton } from "./button";
import { toast } from "./toast";

/** @param what names it in the confirmation: "Tenant id" */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    toast(`${what} could not be copied: the browser refused`);
  }
}

export function CopyButton({ text, what, className }: { text: string; what: string; className?: string }) {
  return (
    <IconButton
      icon={Copy}
      size="small"
      label={`Copy ${what.toLowerCase()}`}
      className={className}
      onClick={() => void copyText(text, what)}
    />
  );
}
