# docker build -t verbatim . && docker run --rm -it -v verbatim:/data verbatim chat
#
# The build stage needs the Go toolchain alone; modules come by way of its module cache.
ARG GO_VERSION=1.26.8
FROM golang:${GO_VERSION}-bookworm AS build
WORKDIR /src
COPY . .
ARG VERSION
ENV CGO_ENABLED=0 GOTOOLCHAIN=local
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w -X main.release=${VERSION}" -o /out/verbatim ./cmd/verbatim && mkdir /out/data

# Nothing is in the image but the program, and the certificates of those whom it may trust.
FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build /out/verbatim /verbatim
USER 65532:65532
# All that is written stands in the volume, so that the root may be read-only.
ENV XDG_DATA_HOME=/data XDG_STATE_HOME=/data XDG_CONFIG_HOME=/data TMPDIR=/data/tmp VERBATIM_HTTP=127.0.0.1:8080
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/verbatim", "health"]
ENTRYPOINT ["/verbatim"]
CMD ["serve"]
