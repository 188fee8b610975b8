# One image for the service and the worker: production dependencies only, as an ordinary user.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /bayan
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production BAYAN_HOME=/data BAYAN_HOST=0.0.0.0
WORKDIR /bayan
COPY --from=dependencies /bayan/node_modules node_modules
COPY package.json tsconfig.json ./
COPY mappings mappings
COPY scripts scripts
COPY src src
COPY workers workers
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["node", "scripts/bayan.js"]
