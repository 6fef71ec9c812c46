/** The two npm classifiers, which bring no types. */
declare module "bayes" {
  export default function bayes(options: { tokenizer: (text: string) => string[] }): {
    learn(text: string, label: string): Promise<void>;
    categorize(text: string): Promise<string>;
  };
}

declare module "wink-naive-bayes-text-classifier" {
  export default function classifier(): {
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): number;
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    learn(text: string, label: string): boolean;
    consolidate(): boolean;
    predict(text: string): string;
  };
}
