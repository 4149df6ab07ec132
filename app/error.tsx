"use client";

import { FailedPage, type Failure } from "./failed-page";

export default function ErrorPage(failure: Failure) {
  return (
    <main>
      <FailedPage {...failure} />
    </main>
  );
}
