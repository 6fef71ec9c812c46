/** Theme, language and direction around everything the pane shows. */
import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import type { Theme } from "../outlook/theme.ts";
import { directionOf } from "./locales/catalogue.ts";
import { Safe } from "./Safe.tsx";
import { type Words, WordsContext } from "./words.tsx";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // Fluent gives them a height in pixels, which cuts enlarged text.
    "& select": { height: "auto", paddingBlock: "5px" },
    // Whoever asks for more contrast gets the strongest of each: text, lines and the ring of the focus.
    "@media (prefers-contrast: more)": {
      "--colorNeutralForeground2": tokens.colorNeutralForeground1,
      "--colorNeutralForeground3": tokens.colorNeutralForeground1,
      "--colorNeutralStroke1": tokens.colorNeutralStrokeAccessible,
      "--colorNeutralStroke2": tokens.colorNeutralStrokeAccessible,
      "--colorBrandStroke2": tokens.colorNeutralStrokeAccessible,
    },
    "@media (prefers-reduced-motion: reduce)": {
      "& *": { animationDuration: "0.01ms !important", transitionDuration: "0.01ms !important" },
    },
  },
});

interface FrameProps {
  theme: Theme;
  words: Words;
  children: ReactNode;
}

export const themeOf = (theme: Theme) => (theme === "dark" ? webDarkTheme : webLightTheme);

export function Frame({ theme, words, children }: FrameProps) {
  const styles = useStyles();
  const dir = directionOf(words.language);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = dir;
  }, [words.language, dir]);
  useEffect(() => {
    // What the browser draws itself, as the calendar of a date and the arrows of a number, goes with it.
    document.documentElement.style.colorScheme = theme;
  }, [theme]);
  return (
    <FluentProvider theme={themeOf(theme)} dir={dir}>
      <WordsContext value={words}>
        <div className={styles.pane}>
          <Safe>{children}</Safe>
        </div>
      </WordsContext>
    </FluentProvider>
  );
}
