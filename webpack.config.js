/** Builds the pane as it ships (dist/pane), and beside it the sandbox for trying it (dist/sandbox); never both in production. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants } from "node:zlib";
import CompressionPlugin from "compression-webpack-plugin";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import webpack from "webpack";

const root = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Tells which build a person runs: the commit, or the time where there is none. */
const buildId = (() => {
  try {
    return execFileSync("git", ["rev-parse", "--short=10", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return new Date().toISOString().slice(0, 16).replace(/[-:]/g, "");
  }
})();

/** The schemas are calls, and calls are kept; said to be pure, they leave with the schemas nobody uses. */
class PureSchemas {
  apply(compiler) {
    compiler.hooks.compilation.tap("PureSchemas", (compilation) => {
      webpack.NormalModule.getCompilationHooks(compilation).processResult.tap(
        "PureSchemas",
        (result, module) => {
          if (!/[\\/]src[\\/]triage[\\/]/.test(module.resource ?? "")) return result;
          const [source, ...rest] = result;
          return [String(source).replace(/\bType\.(\w+)\(/g, "/*#__PURE__*/Type.$1("), ...rest];
        },
      );
    });
  }
}

const common = (name, mode) => ({
  name,
  mode,
  context: root,
  target: ["web", "es2022"],
  devtool: false,
  cache: {
    type: "filesystem",
    name: `${name}-${mode}`,
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
  },
  resolve: { extensions: [".js", ".mjs"], conditionNames: ["import", "module", "browser", "default"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: {
            target: "es2022",
            parser: { syntax: "typescript", tsx: true },
            transform: { react: { runtime: "automatic" } },
          },
        },
      },
      // The schemas wait in a chunk of their own; their names for people, in the same files, are needed at once.
      { test: /[\\/]src[\\/]taskpane[\\/]answers\.ts$/, layer: "schemas" },
      { test: /[\\/](src[\\/](triage|classifier)|node_modules[\\/]typebox)[\\/]/, sideEffects: false },
    ],
  },
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        extractComments: false,
        terserOptions: { compress: { passes: 2 } },
      }),
    ],
  },
  experiments: { layers: true },
  performance: false,
  stats: "errors-warnings",
});

const page = (file, chunk) =>
  new HtmlPlugin({
    filename: file,
    template: at("src", chunk === "commands" ? "commands" : "taskpane", file),
    chunks: [chunk],
    scriptLoading: "defer",
    // The API says the same of the pane it hands out.
    meta: { "concord-build": buildId },
    minify: { collapseWhitespace: true, removeComments: true },
  });

const pane = (mode) => ({
  ...common("pane", mode),
  entry: {
    taskpane: at("src/taskpane/main.tsx"),
    commands: at("src/commands/main.ts"),
    "sign-in": at("src/taskpane/signIn.ts"),
  },
  output: {
    path: at("dist/pane"),
    // Everything below static/ carries its hash in its name and never changes.
    filename: "static/[name].[contenthash:16].js",
    chunkFilename: "static/[name].[contenthash:16].js",
    publicPath: "auto",
    clean: true,
  },
  plugins: [
    new PureSchemas(),
    new webpack.DefinePlugin({ BUILD_ID: JSON.stringify(buildId) }),
    page("taskpane.html", "taskpane"),
    page("commands.html", "commands"),
    page("sign-in.html", "sign-in"),
    new CopyPlugin({
      patterns: [
        { from: at("assets"), to: "assets", globOptions: { ignore: ["**/*.svg"] } },
        { from: at("src/taskpane/watchdog.js"), to: "watchdog.js" },
        { from: at("src/taskpane/page.css"), to: "page.css" },
      ],
    }),
    new CompressionPlugin({
      filename: "[path][base].br",
      algorithm: "brotliCompress",
      test: /\.(js|css|html)$/,
      compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } },
      minRatio: 0.95,
    }),
  ],
});

const sandboxEntries = {
  sandbox: "src/sandbox/web/main.tsx",
  bridge: "src/sandbox/web/panePrelude.ts",
};

const sandbox = (mode) => ({
  ...common("sandbox", mode),
  entry: Object.fromEntries(
    Object.entries(sandboxEntries)
      .filter(([, file]) => existsSync(at(file)))
      .map(([name, file]) => [name, at(file)]),
  ),
  output: { path: at("dist/sandbox"), filename: "[name].js", publicPath: "auto", clean: true },
});

/** `webpack` builds what a developer tries, `webpack --env production` only what ships. */
export default (env = {}) => {
  const mode = "production";
  const hasSandbox = Object.values(sandboxEntries).some((file) => existsSync(at(file)));
  return [pane(mode), ...(hasSandbox && !env.production ? [sandbox(mode)] : [])];
};
