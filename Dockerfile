# docker build -t verbatim . && docker run --rm -it -v verbatim:/data verbatim chat
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/verbatim ./cmd/verbatim && mkdir /out/data /out/tmp

FROM scratch
COPY --from=build /out/verbatim /verbatim
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=65532:65532 /out/data /data
# Archives are unpacked there, and the compiled reader of PDFs is kept there.
COPY --from=build --chown=65532:65532 /out/tmp /tmp
USER 65532:65532
ENV XDG_DATA_HOME=/data XDG_STATE_HOME=/data
VOLUME /data
ENTRYPOINT ["/verbatim"]
CMD ["chat"]
