# The pages, built with Node.
FROM node:22-slim AS pages
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
COPY docs/queries/ ../docs/queries/
COPY schema/schema.graphql ../schema/
RUN npm run build

# A virtual environment with the locked dependencies and the wheel.
FROM python:3.11-slim AS application
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /opt/bzpeer && /opt/bzpeer/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE .gitignore ./
COPY schema/ schema/
COPY resolvers/ resolvers/
COPY graphdb/ graphdb/
COPY importers/ importers/
COPY server/ server/
COPY --from=pages /src/server/pages/ server/pages/
RUN /opt/bzpeer/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --create-home bzpeer && install -d -o bzpeer /data
COPY --from=application /opt/bzpeer /opt/bzpeer
ENV PATH=/opt/bzpeer/bin:$PATH BZPEER_DATA_DIR=/data PYTHONUNBUFFERED=1
USER bzpeer
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["bzpeer", "serve", "--host", "0.0.0.0", "--port", "8000"]
