# docker build -t verbatim . && docker run --rm -it -v verbatim:/data verbatim chat
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/verbatim ./cmd/verbatim && mkdir /out/data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/verbatim /verbatim
COPY --from=build --chown=nonroot:nonroot /out/data /data
ENV XDG_DATA_HOME=/data XDG_STATE_HOME=/data
VOLUME /data
ENTRYPOINT ["/verbatim"]
CMD ["chat"]
