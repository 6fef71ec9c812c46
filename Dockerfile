# Concord's API and pane: built once, run as nobody, with nothing writable but /data.
# docker build --tag concord .

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY webpack.config.js tsconfig.json manifest.xml ./
COPY assets ./assets
COPY src ./src
RUN npx webpack --env production

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
# Without its cache, tsx needs no place to write either.
ENV TSX_DISABLE_CACHE=1
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data PANE_DIR=/app/dist/pane
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist/pane ./dist/pane
COPY package.json tsconfig.json ./
COPY src/alignment ./src/alignment
COPY src/api ./src/api
COPY src/classifier ./src/classifier
COPY src/shell ./src/shell
COPY src/triage ./src/triage
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "src/api/main.ts"]
