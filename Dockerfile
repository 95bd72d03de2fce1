# docker build -t verbatim . && docker run --rm -it -v verbatim:/data verbatim chat
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /verbatim ./cmd/verbatim \
	&& mkdir /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /verbatim /verbatim
COPY --from=build --chown=nonroot:nonroot /data /data
ENV XDG_DATA_HOME=/data XDG_STATE_HOME=/data
VOLUME /data
ENTRYPOINT ["/verbatim"]
CMD ["chat"]
