"use client";

import { Component, Suspense, type ReactNode } from "react";
import { toast } from "./toast";

type Props = {
  /** Until it is there. */
  fallback?: ReactNode;
  onFailure?: () => void;
  children: ReactNode;
};

/** Around what is fetched on its own: it also fails on its own, and says so, while all around it stays. */
export class Fetched extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch({ name }: Error) {
    toast(`A part of Fresnel ${name === "ChunkLoadError" ? "could not be fetched" : "failed"}: load the page again`);
    this.props.onFailure?.();
  }

  override render() {
    return this.state.hasFailed ? null : (
      <Suspense fallback={this.props.fallback ?? null}>{this.props.children}</Suspense>
    );
  }
}
