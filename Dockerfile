# Builds the pages and serves them; everything at rest lives in the volume /data.
FROM node:24-bookworm-slim AS build
WORKDIR /duban
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DUBAN_DATA=/data HOST=0.0.0.0 PORT=3000 UV_THREADPOOL_SIZE=16
WORKDIR /duban
COPY --from=build /duban ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# ORIGIN must name the address people use, e.g. https://duban.example.gov.cn
CMD ["node", "--disable-warning=ExperimentalWarning", "src/cli.ts", "serve"]
