/** Set by the build: tells which pane a person runs. */
declare const BUILD_ID: string;
