"use client";

import { FailedPage } from "../failed-page";

/** Inside the frame, which keeps what was loaded. */
export default FailedPage;
