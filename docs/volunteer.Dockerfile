# A volunteer's server (docs/volunteering.md): docker build -f docs/volunteer.Dockerfile -t vigil-volunteer .
FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends coturn openssl && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/vigil
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY shared shared
COPY main/clocks.ts main/clocks.ts
COPY main/volunteer-server main/volunteer-server
RUN mkdir /state && chown node:node /state
# Kept for the one right to open port 443, which the container is given and nothing else.
RUN apt-get update && apt-get install -y --no-install-recommends libcap2-bin && setcap cap_net_bind_service=+ep /usr/bin/turnserver && rm -rf /var/lib/apt/lists/*
USER node
VOLUME /state
ENTRYPOINT ["node", "--import", "tsx", "main/volunteer-server/serve.ts", "--state", "/state"]
