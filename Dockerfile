# One image for the service, the worker and the watcher: production dependencies only, as an ordinary user.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /bayan
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production BAYAN_HOME=/data BAYAN_INBOX=/inbox BAYAN_HOST=0.0.0.0 BAYAN_METRICS_PORT=9464
WORKDIR /bayan
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
  && mkdir /data /inbox && chown node:node /data /inbox
COPY --from=dependencies /bayan/node_modules node_modules
COPY package.json tsconfig.json ./
COPY mappings mappings
COPY scripts scripts
COPY src src
COPY workers workers
USER node
VOLUME /data
EXPOSE 3000 9464
# Every process shows its figures here; the service is asked for more by its own check in docker-compose.yml.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/metrics').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "scripts/bayan.js"]
CMD ["serve"]
